using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>
/// Which of several filings of one row is in force. The latest is; an earlier one stays where the later has a fault in that cell (in that row, for rows without
/// quantities of their own place) or lacks the row. A cell the later file leaves blank is blank. Nothing is taken from another year.
/// </summary>
internal sealed class VintageResolution(IReadOnlyList<FiledFile> files, IReadOnlyList<SetAside> aside, FindingList findings)
{
    readonly List<VintageValue> values = [];
    readonly Dictionary<string, DateOnly?> filedOn = files.ToDictionary(file => file.Name, file => file.FiledOn, StringComparer.Ordinal);
    ILookup<(string Dataset, int? Year), FiledFile> filings = files.SelectMany(file => file.Datasets.Select(dataset => (file, dataset))).ToLookup(one => (one.dataset, one.file.Year), one => one.file);

    /// <summary>Every value of the cells that have several, or an earlier one in force.</summary>
    public IReadOnlyList<VintageValue> Values => values;

    /// <summary>One row a key.</summary>
    public List<MappedRow> InForce(List<MappedRow> rows)
    {
        // Nearly every source files once.
        if (filedOn.Values.Distinct().Count() < 2) return rows;
        var byName = files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        filings = rows.Select(row => (row.Dataset.Name, row.Year, row.File)).Distinct()
            .Select(row => (row.Name, row.Year, File: byName[row.File]))
            .Concat(filings.Where(group => group.Key.Year is not null).SelectMany(group => group.Select(file => (Name: group.Key.Dataset, group.Key.Year, File: file))))
            .Distinct().ToLookup(one => (one.Name, one.Year), one => one.File);
        var resolved = rows.GroupBy(row => (row.Dataset.Name, row.Key)).Select(group => Resolve(group.OrderBy(row => row.FiledOn).ToList())).ToList();
        TellOfRowsKept();
        return resolved;
    }

    MappedRow Resolve(List<MappedRow> vintages)
    {
        var latest = vintages[^1];
        var standing = LaterThan(latest) is { } later ? Lacking(latest, later) : Standing.Latest;
        return IsByCell(latest.Dataset) ? ByCell(vintages, latest, standing) : ByRow(vintages, latest, standing);
    }

    static bool IsByCell(Dataset dataset) => dataset.Form != DatasetForm.Listed && dataset.Fields.Any(field => field.Kind == FieldKind.Quantity);

    MappedRow ByRow(List<MappedRow> vintages, MappedRow latest, string standing)
    {
        var inForce = vintages.FindLast(row => row.IsSound) ?? latest;
        inForce.Standing = inForce == latest ? standing : Standing.LaterFaulty;
        if (vintages.Count > 1 || standing.Length > 0)
            values.AddRange(vintages.Select(row => new VintageValue(row, "", null, row == inForce ? row.Standing : Standing.Superseded)));
        return inForce;
    }

    MappedRow ByCell(List<MappedRow> vintages, MappedRow latest, string standing)
    {
        var inForce = new List<FiledAmount>();
        foreach (var field in latest.Dataset.Fields.Where(field => field.Kind == FieldKind.Quantity))
        {
            var from = vintages.FindLast(row => row.Says(field)) ?? latest;
            var amount = from.AmountOf(field) is { } found ? found with { Standing = StandingOf(field, from, latest, standing) } : null;
            if (amount is not null) inForce.Add(amount);
            if (vintages.Count == 1 && standing.Length == 0) continue;
            values.AddRange(vintages.Where(row => row.AmountOf(field) is not null || (row == from && vintages.Exists(other => other.AmountOf(field) is not null)))
                .Select(row => new VintageValue(row, field.Name, row.AmountOf(field), row == from ? amount?.Standing ?? standing : Standing.Superseded)));
        }

        latest.Quantities.Clear();
        latest.Quantities.AddRange(inForce);
        latest.Standing = standing;
        return latest;
    }

    // Of a part that was not filed again, the earlier filing is the latest.
    static string StandingOf(Field field, MappedRow from, MappedRow latest, string standing) =>
        from == latest ? standing : latest.Reads(field) ? Standing.LaterFaulty : Standing.Latest;

    FiledFile? LaterThan(MappedRow row) => filings[(row.Dataset.Name, row.Year)]
        .Where(file => Comparer<DateOnly?>.Default.Compare(file.FiledOn, row.FiledOn) > 0).MaxBy(file => file.FiledOn);

    // Whether the later file has the row and it was set aside, or has none.
    string Lacking(MappedRow row, FiledFile later) =>
        aside.Any(one => one.File == later.Name && one.Dataset == row.Dataset.Name && one.Year == row.Year
            && (row.Word("school_code") is { } school ? one.SchoolCode == school : one.CountyCode is not null && one.CountyCode == row.Word("county_code")))
            ? Standing.LaterFaulty
            : Standing.LaterLacks;

    void TellOfRowsKept()
    {
        foreach (var lacking in values.Where(value => value.Standing == Standing.LaterLacks).GroupBy(value => LaterThan(value.Row)!.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var rows = lacking.Select(value => value.Row).Distinct().ToList();
            findings.Add(Finding.Note("VINTAGE-LACKS-ROWS", new Place(lacking.Key), rows.Count.ToString(CultureInfo.InvariantCulture), ("earlier", string.Join(", ", rows.Select(row => row.File).Distinct()))));
        }
    }
}
