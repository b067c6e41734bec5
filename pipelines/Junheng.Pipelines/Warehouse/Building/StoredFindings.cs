using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Reads back what an earlier mapping found, when its tables are reused.</summary>
internal static class StoredFindings
{
    public static IEnumerable<Finding> Read(DuckDbEngine engine, CancellationToken cancellation)
    {
        using var reader = engine.Read(
            "SELECT severity, code, file, sheet, row, \"column\", value, what, fix, what_en, fix_en FROM finding ORDER BY file, sheet, row, \"column\", code, number",
            cancellation);
        while (reader.Read())
        {
            yield return Finding.Of(
                Enum.Parse<Severity>(reader.GetString(0), ignoreCase: true),
                reader.GetString(1),
                new Place(reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetString(5)),
                reader.GetString(6),
                ("what_zh", reader.GetString(7)), ("fix_zh", reader.GetString(8)), ("what_en", reader.GetString(9)), ("fix_en", reader.GetString(10)));
        }
    }
}
