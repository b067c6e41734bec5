using System.Globalization;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using YamlDotNet.RepresentationModel;

namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>A layout of the old file's map, written anew for the new file: to paste above the old one.</summary>
/// <param name="Yaml">The layout as it stands in the map, with the new headers, units and year.</param>
/// <param name="Lost">Headers it needs that have no like in the new file.</param>
public sealed record MapPatch(string Dataset, string Yaml, IReadOnlyList<string> Lost)
{
    const string NoYear = "????";

    /// <summary>One for every layout that reads the old file and not the new one. The map has been read and is sound.</summary>
    /// <param name="year">The year the new file is for; null when nothing says it.</param>
    public static IReadOnlyList<MapPatch> Of(string map, TableDrift drift, int? year)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(map));
        var headers = drift.Columns.Where(column => column.Old is not null).ToLookup(column => HeaderText.Tidy(column.Old!.Title), StringComparer.Ordinal);
        var datasets = (YamlMappingNode)stream.Documents[0].RootNode["datasets"];
        return datasets.Children.SelectMany(dataset => ((YamlSequenceNode)dataset.Value).OfType<YamlMappingNode>()
            .Select(layout => PatchOf(map, dataset.Key.ToString(), layout, headers, year))).OfType<MapPatch>().ToList();
    }

    static MapPatch? PatchOf(string map, string dataset, YamlMappingNode layout, ILookup<string, ColumnDrift> headers, int? year)
    {
        var named = HeadersOf(layout).Select(node => (node, drift: headers[HeaderText.Tidy(node.Value ?? "")].FirstOrDefault())).ToList();
        if (named.Count == 0 || named.Exists(one => one.drift is null)) return null;
        var stated = named.Where(one => one.drift!.Unit is { Suspected: false }).ToList();
        if (!named.Exists(one => one.drift!.Gone || one.drift.Renamed) && stated.Count == 0) return null;

        var edits = named.Where(one => one.drift!.New is { } now && now.Title != one.drift.Old!.Title).Select(one => ((YamlNode)one.node, Quoted(one.drift!.New!.Title)))
            .Append((Child(layout, "years") ?? layout.Children.Keys.First(), year?.ToString(CultureInfo.InvariantCulture) ?? NoYear));
        return new MapPatch(dataset, Rewritten(map, layout, edits), named.Where(one => one.drift!.Gone).Select(one => one.drift!.Old!.Title).Distinct().ToList());
    }

    // The text itself is edited, from its end, so that comments, values and whatever else a layout says stay as they were.
    static string Rewritten(string map, YamlMappingNode layout, IEnumerable<(YamlNode Node, string Text)> edits)
    {
        var start = map.LastIndexOf('\n', Math.Max(0, (int)layout.Start.Index - 1)) + 1;
        var text = map[..(int)layout.AllNodes.Where(node => node is YamlScalarNode).Max(node => node.End.Index)];
        var end = map.IndexOf('\n', text.Length);
        text = end < 0 ? map : map[..end];
        foreach (var (node, now) in edits.OrderByDescending(edit => edit.Node.Start.Index))
            text = text[..(int)node.Start.Index] + now + text[(int)node.End.Index..];
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

    static string Quoted(string header) => $"\"{header.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
