using System.Globalization;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Steps;

namespace Junheng.Pipelines.Warehouse.Supposing;

/// <summary>The filed quantities with what is supposed put in their place. A supposed value stands in no file, and says so.</summary>
sealed class SupposedTables(StepContext context)
{
    const string File = "what-if";

    static readonly TableColumn[] Columns =
    [
        new("year", "INTEGER", false), new("unit", "VARCHAR", false), new("stage", "VARCHAR", false), new("field", "VARCHAR", false),
        new("amount", "DECIMAL(38,12)", true), new("exact", "VARCHAR", true),
    ];

    /// <returns>The names of the tables that are others now.</returns>
    public IReadOnlyList<string> Write(IReadOnlyList<SupposedQuantity> quantities)
    {
        var changed = new List<string>();
        foreach (var group in quantities.GroupBy(quantity => quantity.OfCounty ? "filed_county_quantity" : "filed_quantity"))
        {
            Load(group);
            Replace(group.Key, group.Key == "filed_quantity" ? "school_code" : "county_code", group.Key == "filed_quantity");
            context.Engine.Execute("DROP TABLE supposed", context.Cancellation);
            changed.Add(group.Key);
        }

        return changed;
    }

    /// <returns>The name of the table that is another now.</returns>
    public string WriteChecksWithout(IReadOnlyList<string> wholes)
    {
        const string Table = "check_rule";
        context.Engine.Execute(
            $"""
            COPY (
                SELECT * FROM {Table}
                WHERE kind <> 'sum' OR check_name NOT IN (
                    SELECT check_name FROM check_term WHERE role = 'whole' AND field IN ({string.Join(", ", wholes.Select(SqlText.Literal))}))
                ORDER BY check_name
            ) TO {SqlText.Literal(context.PathOf(Table))} (FORMAT parquet, COMPRESSION zstd)
            """,
            context.Cancellation);
        return Table;
    }

    void Load(IEnumerable<SupposedQuantity> quantities)
    {
        using var rows = TableWriter.Create(context.TempFolder, Columns);
        foreach (var one in quantities)
        {
            rows.Write(
                one.Year.ToString(CultureInfo.InvariantCulture), one.Unit, one.Stage, one.Field, one.Amount?.ToTruncatedDecimal(MappingStep.Decimals),
                one.Amount is { } amount && !amount.FitsScale(MappingStep.Decimals) ? amount.ToString() : null);
        }

        rows.Load(context.Engine, "supposed", ["year", "unit", "stage", "field"], context.Cancellation);
    }

    void Replace(string table, string unit, bool staged)
    {
        var stage = staged ? " AND filed.stage = supposed.stage" : "";
        var key = staged ? $"{unit}, stage, field" : $"{unit}, field";
        var supposedKey = staged ? "supposed.unit, supposed.stage, supposed.field" : "supposed.unit, supposed.field";
        // A field nobody filed yet goes with the dataset its peers file it in.
        context.Engine.Execute(
            $"""
            COPY (
                SELECT * FROM (
                    SELECT filed.* FROM {table} AS filed
                    WHERE NOT EXISTS (SELECT 1 FROM supposed WHERE filed.year = supposed.year AND filed.{unit} = supposed.unit AND filed.field = supposed.field{stage})
                    UNION ALL
                    SELECT
                        supposed.year, {supposedKey}, supposed.amount, supposed.exact,
                        coalesce((SELECT min(filed.dataset) FROM {table} AS filed WHERE filed.field = supposed.field), '') AS dataset,
                        {SqlText.Literal(File)} AS file, '' AS sheet, 0 AS row, '' AS columns, CAST(NULL AS DATE) AS vintage, '' AS standing
                    FROM supposed
                    WHERE supposed.amount IS NOT NULL
                )
                ORDER BY year, {key}
            ) TO {SqlText.Literal(context.PathOf(table))} (FORMAT parquet, COMPRESSION zstd)
            """,
            context.Cancellation);
    }
}
