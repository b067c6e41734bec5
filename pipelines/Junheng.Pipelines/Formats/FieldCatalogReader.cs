using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Formats;

/// <summary>Reads <c>models/fields/*.yaml</c>: what people file, field by field.</summary>
public static class FieldCatalogReader
{
    public static FieldCatalog Read(string folder, FindingList findings) => new(
        Directory.EnumerateFiles(folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(path => YamlFile.Open(path, Path.GetFileName(path), findings))
            .OfType<YamlMap>()
            .Select(DatasetOf)
            .ToList());

    /// <summary>A field as a catalog or a column map writes it.</summary>
    public static Field FieldOf(string name, YamlMap map, FieldKind? only = null)
    {
        var kind = only ?? map.Choice("kind", "text", "code", "year", "date", "choice", "quantity") switch
        {
            "code" => FieldKind.Code,
            "year" => FieldKind.Year,
            "date" => FieldKind.Date,
            "choice" => FieldKind.Choice,
            "quantity" => FieldKind.Quantity,
            _ => FieldKind.Text,
        };
        // A list, or a map from each choice to the word that people file.
        var words = map.IsMap("choices") ? map.Map("choices") : null;
        var field = new Field(
            name,
            kind,
            map.Text("zh") ?? "",
            map.Text("en") ?? "",
            kind == FieldKind.Quantity ? map.Text("unit") ?? "" : "",
            map.Flag("required", false),
            map.Flag("whole", false),
            words?.Keys.ToList() ?? map.Texts("choices"),
            kind == FieldKind.Quantity ? map.NumberOrNull("least") ?? 0 : null,
            kind == FieldKind.Quantity ? map.Number("most") : null,
            words?.Keys.ToDictionary(choice => choice, choice => words.Text(choice) ?? choice, StringComparer.Ordinal));
        map.Done();
        return field;
    }

    static Dataset DatasetOf(YamlMap map)
    {
        var fields = map.Map("fields");
        var dataset = new Dataset(
            map.Text("dataset") ?? "",
            map.Text("zh") ?? "",
            map.Text("en") ?? "",
            map.Texts("key"),
            fields?.Keys.Select(name => fields.Map(name) is { } field ? FieldOf(name, field) : null).OfType<Field>().ToList() ?? []);
        map.Done();
        return dataset;
    }
}
