using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary>What a snapshot holds, on one screen.</summary>
public sealed class Summary(Terminal terminal)
{
    const int MostCounties = 20;

    /// <summary>Said beside rows for other programs: what they were made with.</summary>
    public void Mark(Catalog catalog)
    {
        if (catalog.Synthetic) terminal.Note("summary.synthetic");
        if (catalog.Partial) terminal.Note("summary.partial");
        if (catalog.Overlay is { } overlay) terminal.Note("summary.overlay", Numbers(overlay));
        foreach (var parameter in catalog.Parameters)
            terminal.Note("summary.parameter", ("name", parameter.Name), ("value", parameter.Value), ("meaning", parameter.Meaning.In(terminal.Language)));
    }

    /// <summary>Said above a table: that it is invented, and that it was made in spite of errors.</summary>
    public void Stamp(Catalog catalog)
    {
        if (catalog.Synthetic) terminal.Say("summary.synthetic");
        if (catalog.Partial) terminal.Say("summary.partial");
    }

    public void Header(Catalog catalog)
    {
        Title(catalog);
        Parameters(catalog, int.MaxValue);
    }

    /// <summary>What it was made from and by which rules.</summary>
    public void Title(Catalog catalog)
    {
        terminal.Say("summary.title", ("title", catalog.Title.In(terminal.Language)));
        Stamp(catalog);
        terminal.Say("summary.pack", ("pack", catalog.RulePack), ("title", catalog.RulePackTitle.In(terminal.Language)));
        terminal.Say("summary.note", ("note", catalog.RulePackNote.In(terminal.Language)));
        if (catalog.Overlay is { } overlay) terminal.Say("summary.overlay", Numbers(overlay));
    }

    /// <summary>The open points of the rules, as they were settled.</summary>
    public void Parameters(Catalog catalog, int width)
    {
        foreach (var parameter in catalog.Parameters)
        {
            foreach (var line in DisplayWidth.Wrapped(terminal.Texts["summary.parameter", ("name", parameter.Name), ("value", parameter.Value), ("meaning", parameter.Meaning.In(terminal.Language))], width))
                terminal.SayLine(line);
        }
    }

    static (string, object?)[] Numbers(CatalogOverlay overlay) =>
    [
        ("base", overlay.Base), ("changed", overlay.Changed), ("unknown", overlay.Unknown),
        ("added", overlay.Added), ("confirmed", overlay.Confirmed), ("departments", overlay.Departments),
    ];

    public void Rows(SnapshotReader reader, CancellationToken cancellation)
    {
        var rows = reader.Query("select count(distinct file) as files, sum(rows_in)::bigint as rows_in, sum(loaded)::bigint as loaded, sum(quarantined)::bigint as aside, sum(not_data)::bigint as not_data from source_rows", cancellation);
        terminal.Say("summary.rows", ("files", rows[0, "files"]), ("rows", rows[0, "rows_in"]), ("loaded", rows[0, "loaded"]), ("aside", rows[0, "aside"]), ("not_data", rows[0, "not_data"]));
        terminal.Say("summary.findings", ("errors", Count("error")), ("warnings", Count("warning")), ("notes", Count("note")));

        int Count(string severity) => reader.Snapshot.Catalog.Findings.Where(finding => finding.Severity == severity).Sum(finding => finding.Count);
    }

    /// <summary>The latest year, a line a county; those with the most coefficients over the limit first where they cannot all be shown.</summary>
    /// <returns>False where no school and no county is filed: there is nothing to judge or draw, and that is said.</returns>
    public bool Counties(SnapshotReader reader, CancellationToken cancellation)
    {
        if (reader.Query("select max(year) from county_status", cancellation).Rows[0][0] is not { } latest)
        {
            terminal.SayLine("");
            terminal.Say("summary.nothing_filed");
            return false;
        }

        var year = Convert.ToInt32(latest, CultureInfo.InvariantCulture);
        var counties = CountyStatus.Of(reader, year, null, cancellation, terminal.Language == Language.Zh);
        terminal.SayLine("");
        terminal.Say("summary.year", ("year", year));
        var shown = counties.Rows.Count <= MostCounties
            ? counties
            : counties with { Rows = counties.Rows.OrderByDescending(row => Number(row, "coefficients_not_met")).ThenByDescending(row => Number(row, "coefficients_met")).Take(MostCounties).ToList() };
        new CountyTable(terminal).Print(shown);
        if (shown != counties) terminal.Say("summary.more", ("count", counties.Rows.Count - MostCounties));
        return true;

        int Number(IReadOnlyList<object?> row, string column) => Convert.ToInt32(row[counties.IndexOf(column)], CultureInfo.InvariantCulture);
    }

    public void Made(BuildOutcome outcome)
    {
        var snapshot = outcome.Snapshot!;
        if (snapshot.Catalog.Partial) terminal.Say("summary.partial");
        terminal.Say(outcome.Made ? "summary.snapshot" : "summary.unchanged", ("number", snapshot.Number), ("path", Path.GetRelativePath(Directory.GetCurrentDirectory(), snapshot.Folder)));
    }
}
