using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using YamlDotNet.RepresentationModel;

namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>A layout of the old file's map, written anew for the new file: to paste above the old one.</summary>
/// <param name="Yaml">The layout as it stands in the map, with the new headers, units and year.</param>
/// <param name="Lost">Headers it needs that have no like in the new file.</param>
/// <param name="Units">Fields in another unit: where the header says so the layout says it already, the rest is to be checked.</param>
public sealed record MapPatch(string Dataset, string Yaml, IReadOnlyList<string> Lost, IReadOnlyList<UnitNote> Units)
{
    const string NoYear = "????";

    /// <summary>One for every layout that reads the old file and not the new one, or not in the right unit. The map has been read and is sound.</summary>
    /// <param name="catalog">The fields the map fills.</param>
    /// <param name="year">The year the new file is for; null when nothing says it.</param>
    public static IReadOnlyList<MapPatch> Of(string map, FieldCatalog catalog, TableDrift drift, int? year)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(map));
        var columns = new MappedColumns(drift);
        var datasets = (YamlMappingNode)stream.Documents[0].RootNode["datasets"];
        return datasets.Children.SelectMany(dataset => ((YamlSequenceNode)dataset.Value).OfType<YamlMappingNode>()
            .Select(layout => PatchOf(map, catalog.Find(dataset.Key.ToString()), layout, columns, year))).OfType<MapPatch>().ToList();
    }

    static MapPatch? PatchOf(string map, Dataset? dataset, YamlMappingNode layout, MappedColumns columns, int? year)
    {
        var named = HeadersOf(layout).Select(node => (node, drift: columns.Find(node))).ToList();
        if (dataset is null || named.Count == 0 || named.Exists(one => one.drift is null)) return null;
        var units = UnitsOf(dataset, layout, columns).ToList();
        if (!named.Exists(one => one.drift!.Gone || one.drift.Renamed) && units.Count == 0) return null;

        var stated = units.Where(one => one.Note.Stated).Select(one => one.Note.Edit(one.Rule, columns.NewName(one.Rule as YamlScalarNode))).ToList();
        var headers = named.Where(one => one.drift!.New is { } now && now.Title != one.drift.Old!.Title)
            .Select(one => (Start: one.node.Start.Index, End: one.node.End.Index, Text: columns.NewName(one.node)))
            .Where(edit => !stated.Exists(unit => unit.Start == edit.Start && unit.End > unit.Start));
        var years = Child(layout, "years") ?? layout.Children.Keys.First();
        var edits = headers.Concat(stated).Append((years.Start.Index, years.End.Index, year?.ToString(CultureInfo.InvariantCulture) ?? NoYear));
        return new MapPatch(dataset.Name, Rewritten(map, layout, edits), named.Where(one => one.drift!.Gone).Select(one => one.drift!.Old!.Title).Distinct().ToList(), units.ConvertAll(one => one.Note));
    }

    static IEnumerable<(UnitNote Note, YamlNode Rule)> UnitsOf(Dataset dataset, YamlMappingNode layout, MappedColumns columns) => Child(layout, "columns") is not YamlMappingNode fields
        ? []
        : from field in fields.Children
          where dataset.Find(field.Key.ToString()) is { Kind: FieldKind.Quantity }
          let drifts = OperandsOf(field.Value).OfType<YamlScalarNode>().Select(columns.Find).OfType<ColumnDrift>().ToList()
          let note = UnitNote.Of(field.Key.ToString(), field.Value, drifts, dataset.Find(field.Key.ToString())!.Unit)
          where note is not null
          select (note, field.Value);

    // The text itself is edited, from its end, so that comments, values and whatever else a layout says stay as they were.
    static string Rewritten(string map, YamlMappingNode layout, IEnumerable<(long Start, long End, string Text)> edits)
    {
        var start = map.LastIndexOf('\n', Math.Max(0, (int)layout.Start.Index - 1)) + 1;
        var text = map[..(int)layout.AllNodes.Where(node => node is YamlScalarNode).Max(node => node.End.Index)];
        var end = map.IndexOf('\n', text.Length);
        text = end < 0 ? map : map[..end];
        foreach (var (from, to, now) in edits.OrderByDescending(edit => edit.Start))
            text = text[..(int)from] + now + text[(int)to..];
        return text[start..] + "\n";
    }

    // Where a layout names columns: under a field (alone, or under what is done with them), and in the tests of rows that are no data.
    static IEnumerable<YamlScalarNode> HeadersOf(YamlMappingNode layout)
    {
        var tests = Child(layout, "not_data") is YamlSequenceNode list ? list.OfType<YamlMappingNode>().Select(test => Child(test, "column")) : [];
        var columns = Child(layout, "columns") is YamlMappingNode fields ? fields.Children.Values.SelectMany(OperandsOf) : [];
        return tests.Concat(columns).OfType<YamlScalarNode>().Where(node => node.Value is { Length: > 0 });
    }

    static IEnumerable<YamlNode?> OperandsOf(YamlNode rule) => rule switch
    {
        YamlScalarNode => [rule],
        YamlMappingNode map => map.Children.Where(pair => pair.Key.ToString() is not ("constant" or "register" or "values" or "unit" or "digits" or "first" or "missing"))
            .SelectMany(pair => pair.Value is YamlSequenceNode several ? several : (IEnumerable<YamlNode?>)[pair.Value]),
        _ => [],
    };

    static YamlNode? Child(YamlMappingNode map, string key) => map.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;
}
