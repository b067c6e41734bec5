using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Models.Applications;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Formats;

/// <summary>Reads <c>models/forms/*.yaml</c>: a form that comes filled in, and what each of its blanks asks for.</summary>
/// <param name="catalog">Fields that a blank may ask for.</param>
public sealed partial class ApplicationFormReader(FieldCatalog catalog)
{
    const int MostPlaces = 6;

    static readonly string[] Stages = ["primary", "junior"];

    static readonly string[] Shapes = ["grid", "schools", "sentences"];

    public ApplicationForm? Read(string path, FindingList findings)
    {
        if (YamlFile.Open(path, Path.GetFileName(path), findings) is not { } map) return null;
        var form = new ApplicationForm(
            map.Choice("form", Path.GetFileNameWithoutExtension(path)) ?? "",
            map.Words("title"),
            map.Text("source") ?? "",
            map.Texts("met"),
            map.Texts("not_met"),
            map.Maps("tables").Select(TableOf).ToList());
        map.Done();
        return form;
    }

    ApplicationTable TableOf(YamlMap map)
    {
        var shape = map.Choice("kind", Shapes) switch { "schools" => TableShape.Schools, "sentences" => TableShape.Sentences, _ => TableShape.Grid };
        var columns = map.Maps("columns").Select(column => (Map: column, Column: ColumnOf(column))).ToList();
        var rows = map.Maps("rows").Select(row => (Map: row, Row: RowOf(row))).ToList();
        var table = new ApplicationTable(map.Text("table") ?? "", shape, map.Words("title"), map.Texts("marks"), columns.ConvertAll(one => one.Column), rows.ConvertAll(one => one.Row));
        map.Done();
        foreach (var (columnMap, column) in columns.Where(one => one.Column.Role.Length == 0))
        {
            foreach (var asked in table.Rows.Count == 0 ? [column.Asked] : table.Rows.Where(row => IsAsked(column, row)).Select(row => column.Asked.Under(row.Asked))) Check(columnMap, asked);
        }

        foreach (var (rowMap, row) in rows)
        {
            foreach (var blank in row.Blanks.Values) Check(rowMap, blank.Under(row.Asked));
            var said = Blank().Matches(row.Says).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
            if (!said.SetEquals(row.Blanks.Keys)) rowMap.Report("YAML-BAD-VALUE", "blanks", string.Join(", ", row.Blanks.Keys), ("wanted", string.Join(", ", said)));
        }

        return table;
    }

    public static bool IsAsked(ApplicationColumn column, ApplicationRow row) =>
        column.OnlyRows.Count == 0 || (row.Find.Count > 0 && column.OnlyRows.Contains(row.Find[^1], StringComparer.Ordinal));

    static void Check(YamlMap map, AskedFigure asked)
    {
        if (asked.Figure.Length == 0 && asked.NotComputed is null) map.Report("YAML-MISSING-KEY", "figure", "", ("key", "figure"));
        foreach (var need in asked.Lacking()) map.Report("YAML-MISSING-KEY", need, "", ("key", need));
    }

    ApplicationColumn ColumnOf(YamlMap map)
    {
        var header = map.Texts("header");
        var column = new ApplicationColumn(
            header,
            map.IsEmpty("find") ? header : map.Texts("find"),
            map.ChoiceOr("role", "", [.. ApplicationColumn.Roles]),
            map.Flag("optional", false),
            map.Texts("rows"),
            AskedOf(map));
        if (header.Count == 0) map.Report("YAML-MISSING-KEY", "header", "", ("key", "header"));
        map.Done();
        return column;
    }

    ApplicationRow RowOf(YamlMap map)
    {
        var label = map.Texts("label");
        var blanks = map.MapOrNull("blanks");
        var row = new ApplicationRow(
            label,
            map.IsEmpty("find") ? label : map.Texts("find"),
            AskedOf(map),
            map.TextOr("says", ""),
            blanks is null ? new Dictionary<string, AskedFigure>() : blanks.Keys.ToDictionary(name => name, name => BlankOf(blanks, name), StringComparer.Ordinal));
        map.Done();
        return row;
    }

    AskedFigure BlankOf(YamlMap blanks, string name)
    {
        if (blanks.Map(name) is not { } map) return new AskedFigure();
        var asked = AskedOf(map);
        map.Done();
        return asked;
    }

    AskedFigure AskedOf(YamlMap map)
    {
        var places = map.WholeOrNull("places");
        if (places is < 0 or > MostPlaces) map.Report("YAML-BAD-VALUE", "places", map.TextOr("places", ""), ("wanted", $"0–{MostPlaces}"));
        return new AskedFigure
        {
            Figure = map.ChoiceOr("figure", "", [.. AskedFigure.Known.Keys]),
            Indicator = map.TextOr("indicator", ""),
            Part = map.TextOr("part", ""),
            Stage = map.ChoiceOr("stage", "", Stages),
            Field = FieldOf(map, "field"),
            Of = FieldOf(map, "of"),
            Respondents = map.TextOr("respondents", ""),
            Types = map.Texts("types"),
            PupilsAtLeast = map.WholeOrNull("pupils_at_least"),
            Places = places,
            Unit = map.TextOr("unit", ""),
            Words = WordsOf(map.MapOrNull("words")),
            NotComputed = map.Has("not_computed") ? map.Words("not_computed") : null,
        };
    }

    string FieldOf(YamlMap map, string key)
    {
        var field = map.TextOr(key, "");
        if (field.Length > 0 && catalog.Home(field) is null) map.Report("YAML-BAD-VALUE", key, field, ("wanted", "field"));
        return field;
    }

    static Dictionary<string, IReadOnlyList<string>> WordsOf(YamlMap? map)
    {
        var words = map?.Keys.ToDictionary(word => word, map.Texts, StringComparer.Ordinal) ?? [];
        map?.Done();
        return words;
    }

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Blank();
}
