using System.Globalization;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>Who was to file what, and what came: rows of the marts <c>filing_status</c> and <c>filing_due</c>.</summary>
public static class FilingProgress
{
    const string ByDataset = """
        select filing_status.year, filing_status.county_code, county.county_name, dataset, expected, received, with_errors, judged
        from filing_status
        join county on county.county_code = filing_status.county_code
        where ($year is null or filing_status.year = $year) and ($county is null or filing_status.county_code = $county)
        order by filing_status.year, filing_status.county_code, dataset
        """;

    const string Missing = """
        select filing_due.year, filing_due.county_code, county.county_name, dataset, unit_code, unit_name, stage
        from filing_due
        join county on county.county_code = filing_due.county_code
        where not received and ($year is null or filing_due.year = $year) and ($county is null or filing_due.county_code = $county)
        order by filing_due.year, filing_due.county_code, dataset, unit_code, stage
        """;

    // As a filing is put together: the register first, what counties answer for last.
    static readonly string[] Order =
        ["school", "stage", "facility", "school_finance", "room", "class", "judgement", "county_fact", "monitoring", "survey", "veto"];

    public static RowSet Datasets(SnapshotReader reader, int? year, string? county, CancellationToken cancellation) =>
        reader.Query(ByDataset, cancellation, ("year", year), ("county", county));

    public static RowSet Lacking(SnapshotReader reader, int? year, string? county, CancellationToken cancellation) =>
        reader.Query(Missing, cancellation, ("year", year), ("county", county));

    /// <summary>A line a county, a column a dataset: received of expected, a star where something of it has an error.</summary>
    public static RowSet Grid(RowSet datasets)
    {
        var lines = datasets.Rows.GroupBy(row => (Year: row[0], County: row[1], Name: row[2])).ToList();
        var shown = Order.Where(dataset => datasets.Rows.Any(row => (string)row[3]! == dataset)).ToList();
        var severalYears = lines.Select(line => line.Key.Year).Distinct().Count() > 1;
        return new RowSet(
            [.. severalYears ? ["year"] : Array.Empty<string>(), "county_code", "county_name", .. shown.Select(dataset => "dataset_" + dataset)],
            lines.Select(IReadOnlyList<object?> (line) =>
            [
                .. severalYears ? [line.Key.Year] : Array.Empty<object?>(), line.Key.County, line.Key.Name,
                .. shown.Select(dataset => line.FirstOrDefault(row => (string)row[3]! == dataset) is { } row ? Cell(row) : null),
            ]).ToList());
    }

    static string Cell(IReadOnlyList<object?> row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row[5]}/{row[4]}{(row[6] is 0 ? "" : "*")}");
}
