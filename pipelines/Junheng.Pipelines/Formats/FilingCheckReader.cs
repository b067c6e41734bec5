using System.Globalization;
using Junheng.Models;
using Junheng.Models.Checks;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Formats;

/// <summary>Reads <c>models/checks/*.yaml</c>: one check a file, named by what it proves.</summary>
public static class FilingCheckReader
{
    // Only what cannot be is an error; what is merely odd (jumps, percentiles, breaks of definition) never is.
    static readonly string[] Errors = ["sum", "unit"];

    static readonly string[] Kinds = [.. Errors, "jump", "spread", "break", "vanished", "appeared"];

    /// <param name="catalog">Fields that a check may name.</param>
    public static IReadOnlyList<FilingCheck> ReadAll(string folder, FieldCatalog catalog, FindingList findings) =>
        Directory.EnumerateFiles(folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(path => Read(path, catalog, findings))
            .OfType<FilingCheck>()
            .ToList();

    static FilingCheck? Read(string path, FieldCatalog catalog, FindingList findings)
    {
        if (YamlFile.Open(path, Path.GetFileName(path), findings) is not { } map) return null;
        var kind = map.Choice("kind", Kinds) ?? "";
        var check = new FilingCheck(
            map.Choice("check", Path.GetFileNameWithoutExtension(path)) ?? "",
            kind,
            map.Choice("severity", Errors.Contains(kind) ? ["error", "warning", "note"] : ["warning", "note"]) ?? "",
            kind == "sum" ? map.Choice("compare", "at_most", "at_least") ?? "" : "",
            Fields(map, "parts", catalog),
            Fields(map, "whole", catalog),
            Decimal(map, "limit"),
            Decimal(map, "share"),
            Decimal(map, "least"),
            map.Words("rule"),
            map.Words("fix"),
            map.Text("source") ?? "");
        map.Done();
        return check;
    }

    static IReadOnlyList<string> Fields(YamlMap map, string key, FieldCatalog catalog)
    {
        var fields = map.Texts(key);
        foreach (var field in fields.Where(field => catalog.Home(field) is null)) map.Report("YAML-BAD-VALUE", key, field, ("wanted", "field"));
        return fields;
    }

    static decimal? Decimal(YamlMap map, string key) =>
        map.NumberOrNull(key) is { } number ? decimal.Parse(number.ToTruncatedDecimal(6), CultureInfo.InvariantCulture) : null;
}
