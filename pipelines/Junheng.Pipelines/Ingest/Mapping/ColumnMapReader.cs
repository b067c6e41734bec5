using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads a column map and holds it against the field catalog.</summary>
public static partial class ColumnMapReader
{
    static readonly Dictionary<string, Expression> Expressions = new(StringComparer.Ordinal)
    {
        ["from"] = Expression.From,
        ["constant"] = Expression.Constant,
        ["sum"] = Expression.Sum,
        ["difference"] = Expression.Difference,
        ["product"] = Expression.Product,
        ["quotient"] = Expression.Quotient,
        ["first_of"] = Expression.FirstOf,
    };

    /// <param name="catalog">The shipped fields; those the map brings are added to them.</param>
    /// <returns>The map and the catalog with its fields, or null with findings.</returns>
    public static (ColumnMap Map, FieldCatalog Catalog)? Read(string path, string name, FieldCatalog catalog, FindingList findings)
    {
        var before = findings.Errors;
        if (YamlFile.Open(path, name, findings) is not { } yaml) return null;

        var id = yaml.Text("id") ?? "";
        yaml.Words("title");
        var brought = FieldsOf(yaml, catalog);
        foreach (var dataset in brought) catalog = catalog.With(dataset.Key, dataset);
        var datasets = DatasetsOf(yaml, catalog);
        yaml.Done();
        var map = new ColumnMap(id, brought, datasets, File.ReadAllText(path));
        return findings.Errors == before ? (map, catalog) : null;
    }

    static ILookup<string, Field> FieldsOf(YamlMap yaml, FieldCatalog catalog)
    {
        var fields = yaml.MapOrNull("fields");
        var found = new List<(string Dataset, Field Field)>();
        foreach (var name in fields?.Keys ?? [])
        {
            if (fields!.Map(name) is not { } map) continue;
            if (!FieldName().IsMatch(name)) fields.Report("YAML-BAD-VALUE", name, name, ("wanted", "a-z 0-9 _"));
            if (catalog.Datasets.Any(set => set.Find(name) is not null)) fields.Report("MAP-FIELD-EXISTS", name, name);
            var dataset = map.Choice("dataset", catalog.Datasets.Select(set => set.Name).ToArray());
            var field = FieldCatalogReader.FieldOf(name, map, FieldKind.Quantity);
            if (dataset is not null) found.Add((dataset, field));
        }

        return found.ToLookup(pair => pair.Dataset, pair => pair.Field, StringComparer.Ordinal);
    }

    static Dictionary<string, IReadOnlyList<Layout>> DatasetsOf(YamlMap yaml, FieldCatalog catalog)
    {
        var datasets = new Dictionary<string, IReadOnlyList<Layout>>(StringComparer.Ordinal);
        if (yaml.Map("datasets") is not { } map) return datasets;
        foreach (var name in map.Keys)
        {
            if (catalog.Find(name) is { } dataset)
            {
                datasets[name] = map.Maps(name).Select(layout => LayoutOf(layout, dataset)).OfType<Layout>().ToList();
                if (map.IsEmpty(name)) map.Report("YAML-MISSING-KEY", name, "", ("key", "years"));
            }
            else
            {
                map.Report("YAML-BAD-VALUE", name, name, ("wanted", string.Join(", ", Nearest.First(name, catalog.Datasets.Select(set => set.Name)))));
            }
        }

        map.Done();
        return datasets;
    }

    static Layout? LayoutOf(YamlMap map, Dataset dataset)
    {
        var (first, last) = YearsOf(map);
        var columns = new Dictionary<string, ColumnRule>(StringComparer.Ordinal);
        var fields = map.Map("columns");
        foreach (var name in fields?.Keys ?? [])
        {
            if (dataset.Find(name) is not { } field)
                fields!.Report("MAP-UNKNOWN-FIELD", name, name, ("dataset", dataset.Name), ("known", string.Join(", ", Nearest.First(name, dataset.Fields.Select(one => one.Name)))));
            else if (RuleOf(fields!, name, field) is { } rule)
                columns[name] = rule;
        }

        // The year may come from the file's name or from source.yaml instead.
        foreach (var field in dataset.Fields.Where(field => field is { Required: true, Kind: not FieldKind.Year } && fields?.Has(field.Name) == false))
            fields!.Report("MAP-REQUIRED-FIELD", field.Name, "", ("dataset", dataset.Name));
        var tests = map.Maps("not_data").Select(TestOf).ToList();
        var header = map.WholeOrNull("header_row") ?? 1;
        if (header < 1) map.Report("YAML-BAD-VALUE", "header_row", map.TextOr("header_row", ""), ("wanted", "1, 2, 3 …"));
        var layout = new Layout(dataset.Name, first, last, header, tests, columns, map.Line);
        map.Done();
        return fields is null ? null : layout;
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

    static RowTest TestOf(YamlMap map)
    {
        var test = new RowTest(map.Text("column") ?? "", map.Texts("equals"));
        map.Done();
        return test;
    }

    static ColumnRule? RuleOf(YamlMap fields, string name, Field field)
    {
        var line = fields.PlaceOf(name).Row;
        if (!fields.IsMap(name))
            return new ColumnRule(Expression.From, [fields.Text(name) ?? ""], null, FiledUnit.AsIs, "", line);

        var map = fields.Map(name)!;
        var kinds = Expressions.Keys.Where(map.Has).ToList();
        if (kinds.Count != 1)
        {
            fields.Report("MAP-ONE-EXPRESSION", name, string.Join(", ", kinds), ("known", string.Join(", ", Expressions.Keys)));
            return null;
        }

        var expression = Expressions[kinds[0]];
        var constant = expression == Expression.Constant ? map.Text(kinds[0]) ?? "" : "";
        var operands = expression == Expression.Constant ? [] : map.Texts(kinds[0]);
        if (WantedOperands(expression, operands.Count) is { } wanted) map.Report("YAML-BAD-VALUE", kinds[0], string.Join(", ", operands), ("wanted", wanted));
        if (expression is Expression.Constant && field.Kind == FieldKind.Quantity && !Rational.TryParse(constant, out _))
            map.Report("YAML-BAD-VALUE", kinds[0], constant, ("wanted", "number"));
        if (expression is not (Expression.From or Expression.Constant or Expression.FirstOf) && field.Kind != FieldKind.Quantity)
            map.Report("MAP-NOT-A-QUANTITY", kinds[0], name);
        var rule = new ColumnRule(expression, operands, ValuesOf(map, field), UnitOf(map, field), constant, line);
        map.Done();
        return rule;
    }

    // Null when an expression of that kind takes that many.
    static string? WantedOperands(Expression expression, int count) => expression switch
    {
        Expression.From when count != 1 => "a",
        Expression.Quotient when count != 2 => "[a, b]",
        Expression.Sum or Expression.Difference or Expression.Product or Expression.FirstOf when count == 0 => "[a, b, …]",
        _ => null,
    };

    static Dictionary<string, string>? ValuesOf(YamlMap map, Field field)
    {
        if (map.MapOrNull("values") is not { } values) return null;
        var words = values.Keys.ToDictionary(word => word, word => values.TextOr(word, ""), StringComparer.Ordinal);
        if (field.Choices is not { Count: > 0 } choices) return words;
        foreach (var (word, ours) in words.Where(pair => !choices.Contains(pair.Value, StringComparer.Ordinal)))
            values.Report("YAML-BAD-VALUE", word, ours, ("wanted", string.Join(", ", choices)));
        return words;
    }

    static FiledUnit UnitOf(YamlMap map, Field field)
    {
        var name = map.TextOr("unit", "");
        if (name.Length == 0 || name == field.Unit) return FiledUnit.AsIs;
        var units = FiledUnit.All.Where(unit => unit.Ours == field.Unit).ToList();
        if (units.Find(unit => unit.Name == name) is { } found) return found;
        map.Report("YAML-BAD-VALUE", "unit", name, ("wanted", string.Join(", ", units.Select(unit => unit.Name).DefaultIfEmpty(field.Unit))));
        return FiledUnit.AsIs;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$")]
    private static partial Regex FieldName();

    [GeneratedRegex("^([12][0-9]{3})(?:-([12][0-9]{3}))?$")]
    private static partial Regex Years();
}
