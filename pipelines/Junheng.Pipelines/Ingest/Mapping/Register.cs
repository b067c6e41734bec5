namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Who there is to file: the schools of each year and the counties they stand in.</summary>
internal sealed class Register(IReadOnlyCollection<MappedRow> rows)
{
    public const string Dataset = "school";

    readonly HashSet<(int? Year, string? School)> schools =
        rows.Where(row => row.Dataset.Name == Dataset).Select(row => (row.Year, row.Word("school_code"))).ToHashSet();

    readonly HashSet<string?> counties = rows.Where(row => row.Dataset.Name == Dataset).Select(row => row.Word("county_code")).ToHashSet();

    readonly HashSet<int?> years = rows.Where(row => row.Dataset.Name == Dataset).Select(row => row.Year).ToHashSet();

    /// <summary>Whether any school of the year is registered: if none is, the register itself is missing.</summary>
    public bool Covers(int? year) => years.Contains(year);

    /// <summary>
    /// Schools by year. A county is known in every year: what it files may be older than its register. A row that need not name a unit and names none is the whole source's.
    /// </summary>
    public bool Has(MappedRow row) =>
        row.Dataset.Name == Dataset
        || UnitOf(row).Length == 0
        || (row.Word("school_code") is { } school && schools.Contains((row.Year, school)))
        || (row.Word("county_code") is { } county && counties.Contains(county))
        || (row.Word("unit_code") is { } unit && (schools.Contains((row.Year, unit)) || counties.Contains(unit)));

    /// <summary>The code a row goes by.</summary>
    public static string UnitOf(MappedRow row) => row.Word("school_code") ?? row.Word("county_code") ?? row.Word("unit_code") ?? "";
}
