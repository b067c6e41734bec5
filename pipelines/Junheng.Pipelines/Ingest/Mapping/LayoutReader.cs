using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Models.Fields;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads one layout of a column map.</summary>
internal static partial class LayoutReader
{
    const int TallestHeader = 5;

    static readonly Dictionary<string, RowTestKind> Tests = new(StringComparer.Ordinal)
    {
        ["equals"] = RowTestKind.Equal,
        ["starts_with"] = RowTestKind.StartsWith,
        ["ends_with"] = RowTestKind.EndsWith,
    };

    static readonly Dictionary<string, RowTestKind> Patterns = new(StringComparer.Ordinal)
    {
        ["blank"] = RowTestKind.Blank,
        ["total"] = RowTestKind.Total,
        ["note"] = RowTestKind.Note,
        ["no_digit"] = RowTestKind.NoDigit,
    };

    public static Layout? Read(YamlMap map, Dataset dataset)
    {
        var (first, last) = YearsOf(map);
        var shape = map.ChoiceOr("shape", "table", "table", "form") == "form" ? LayoutShape.Form : LayoutShape.Table;
        var rules = new ColumnRuleReader(shape == LayoutShape.Form ? Operand.OfForm : Operand.OfTable);
        var columns = new Dictionary<string, ColumnRule>(StringComparer.Ordinal);
        var fields = map.Map("columns");
        foreach (var name in fields?.Keys ?? [])
        {
            if (dataset.Find(name) is not { } field)
                fields!.Report("MAP-UNKNOWN-FIELD", name, name, ("dataset", dataset.Name), ("known", string.Join(", ", Nearest.First(name, dataset.Fields.Select(one => one.Name)))));
            else if (rules.Read(fields!, name, field) is { } rule)
                columns[name] = rule;
        }

        // The year may come from the file's name or from source.yaml instead.
        foreach (var field in dataset.Fields.Where(field => field is { Required: true, Kind: not FieldKind.Year } && fields?.Has(field.Name) == false))
            fields!.Report("MAP-REQUIRED-FIELD", field.Name, "", ("dataset", dataset.Name));
        var layout = new Layout(
            dataset.Name, first, last, map.TextOr("form", ""), map.Texts("sheets"), shape, RowOf(map), HeightOf(map),
            map.Maps("not_data").Select(test => TestOf(test, rules)).OfType<RowTest>().ToList(), map.Texts("missing"), columns, map.Line);
        map.Done();
        return fields is null ? null : layout;
    }

    static int? RowOf(YamlMap map)
    {
        var row = map.WholeOrNull("header_row");
        if (row < 1) map.Report("YAML-BAD-VALUE", "header_row", map.TextOr("header_row", ""), ("wanted", "1, 2, 3 …"));
        return row;
    }

    static int HeightOf(YamlMap map)
    {
        var rows = map.WholeOrNull("header_rows") ?? 1;
        if (rows is < 1 or > TallestHeader) map.Report("YAML-BAD-VALUE", "header_rows", map.TextOr("header_rows", ""), ("wanted", "1, 2, 3, 4, 5"));
        return Math.Clamp(rows, 1, TallestHeader);
    }

    static RowTest? TestOf(YamlMap map, ColumnRuleReader rules)
    {
        var register = map.TextOr("register", "");
        var column = register.Length > 0 ? "" : map.Text("column") ?? "";
        var kinds = Tests.Keys.Append("matches").Where(map.Has).ToList();
        if (kinds.Count != 1) map.Report("MAP-ONE-TEST", "column", string.Join(", ", kinds), ("known", string.Join(", ", Tests.Keys.Append("matches"))));
        var kind = kinds is ["matches"] ? Patterns.GetValueOrDefault(map.Choice("matches", [.. Patterns.Keys]) ?? "") : kinds is [var one] ? Tests[one] : RowTestKind.Equal;
        var texts = kinds is [var named] && named != "matches" ? map.Texts(named) : [];
        map.Done();
        return new RowTest(register.Length > 0 ? null : rules.OperandOf(column), register, kind, texts);
    }

    static (int First, int Last) YearsOf(YamlMap map)
    {
        var text = map.Text("years") ?? "";
        var match = Years().Match(text);
        if (!match.Success)
        {
            if (text.Length > 0) map.Report("YAML-BAD-VALUE", "years", text, ("wanted", "2019-2024"));
            return (0, 0);
        }

        var first = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var last = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : first;
        if (last < first) map.Report("YAML-BAD-VALUE", "years", text, ("wanted", "2019-2024"));
        return (first, last);
    }

    [GeneratedRegex("^([12][0-9]{3})(?:-([12][0-9]{3}))?$")]
    private static partial Regex Years();
}
