using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Warehouse.Tables;

/// <summary>Reads a table's <c>.yaml</c>.</summary>
public static class TableDocumentReader
{
    /// <param name="grain">The grain, where the SQL header says it; else the document does.</param>
    public static TableDocument? Read(string path, IReadOnlyList<string>? grain, FindingList findings)
    {
        var before = findings.Errors;
        if (YamlFile.Open(path, Path.GetFileName(path), findings) is not { } map) return null;
        var columns = map.Map("columns");
        var document = new TableDocument(
            map.Text("table") ?? "",
            new Bilingual(map.Text("zh") ?? "", map.Text("en") ?? ""),
            grain ?? map.Texts("grain"),
            columns?.Keys.Select(name => ColumnOf(columns, name)).OfType<ColumnDocument>().ToList() ?? []);
        map.Done();
        return findings.Errors == before ? document : null;
    }

    static ColumnDocument? ColumnOf(YamlMap columns, string name)
    {
        if (columns.Map(name) is not { } map) return null;
        var column = new ColumnDocument(
            name,
            map.Text("type") ?? "",
            map.TextOr("unit", ""),
            map.Flag("missing", false),
            new Bilingual(map.Text("zh") ?? "", map.Text("en") ?? ""));
        map.Done();
        return column;
    }
}
