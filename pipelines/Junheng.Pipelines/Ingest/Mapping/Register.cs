namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Who there is to file: the schools of each year and the counties they stand in.</summary>
internal sealed class Register
{
    public const string Dataset = "school";

    const string Lineage = "lineage";

    readonly Dictionary<(int? Year, string? School), MappedRow> schools = [];
    readonly HashSet<string?> counties = [];
    readonly HashSet<int?> years = [];

    public void Add(MappedRow row)
    {
        var key = (row.Year, row.Word("school_code"));
        if (!schools.TryGetValue(key, out var known) || Comparer<DateOnly?>.Default.Compare(known.FiledOn, row.FiledOn) <= 0) schools[key] = row;
        counties.Add(row.Word("county_code"));
        years.Add(row.Year);
    }

    /// <summary>Whether any school of the year is registered: if none is, the register itself is missing.</summary>
    public bool Covers(int? year) => years.Contains(year);

    /// <summary>What it says of a school in a year; null when it knows no such school.</summary>
    public MappedRow? Find(int? year, string school) => schools.GetValueOrDefault((year, school));

    /// <summary>
    /// Schools by year. A county is known in every year: what it files may be older than its register. A row that need not name a unit and names none is the whole source's.
    /// What lineage tells may be of a year or a school outside these registers: it is held against them later, and only warned of.
    /// </summary>
    public bool Has(MappedRow row) =>
        row.Dataset.Name is Dataset or Lineage
        || UnitOf(row).Length == 0
        || (row.Word("school_code") is { } school && schools.ContainsKey((row.Year, school)))
        || (row.Word("county_code") is { } county && counties.Contains(county))
        || (row.Word("unit_code") is { } unit && (schools.ContainsKey((row.Year, unit)) || counties.Contains(unit)));

    /// <summary>The code a row goes by.</summary>
    public static string UnitOf(MappedRow row) => row.Word("school_code") ?? row.Word("county_code") ?? row.Word("unit_code") ?? "";
}
