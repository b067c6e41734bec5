namespace Junheng.Pipelines.Publishing.Comparing;

/// <summary>A table whose values are compared: which columns name one, and which is the value. All are SQL of ours.</summary>
sealed record ComparedTable(string Kind, string Table, string Unit, string Stage, string Item, string Value)
{
    const string Amount = "rtrim(rtrim(cast(amount as varchar), '0'), '.')";
    const string Part = "concat_ws('.', indicator, nullif(part, ''))";

    public static readonly IReadOnlyList<ComparedTable> Cells =
    [
        new("cell", "filed_quantity", "school_code", "stage", "field", Amount),
        new("cell", "filed_county_quantity", "county_code", "'all'", "field", Amount),
    ];

    public static readonly IReadOnlyList<ComparedTable> Judged =
    [
        new("indicator", "school_indicator", "school_code", "stage", Part, "cast(value as varchar)"),
        new("indicator", "county_coefficient", "county_code", "stage", "indicator", "cast(cv as varchar)"),
        new("indicator", "county_indicator", "county_code", "stage", Part, "cast(value as varchar)"),
        new("verdict", "school_indicator", "school_code", "stage", Part, "verdict"),
        new("verdict", "school_verdict", "school_code", "stage", "''", "verdict"),
        new("verdict", "county_coefficient", "county_code", "stage", "indicator", "verdict"),
        new("verdict", "county_indicator", "county_code", "stage", Part, "verdict"),
        new("verdict", "county_verdict", "county_code", "'all'", "''", "overall"),
    ];

    /// <summary>Whatever differs, with what the caller asks beside it of each side.</summary>
    /// <param name="beside">Further columns, the same number on both sides.</param>
    public string Differences(string before, string after, string besideBefore, string besideAfter) => $"""
        with old as (select year, {Unit} as unit, {Stage} as stage, {Item} as item, {Value} as value{besideBefore} from read_parquet({before})),
        now as (select year, {Unit} as unit, {Stage} as stage, {Item} as item, {Value} as value{besideAfter} from read_parquet({after}))
        select year, unit, stage, item, old.value, now.value, old.* exclude (year, unit, stage, item, value), now.* exclude (year, unit, stage, item, value)
        from old full join now using (year, unit, stage, item)
        where old.value is distinct from now.value
        order by year, unit, stage, item
        """;
}
