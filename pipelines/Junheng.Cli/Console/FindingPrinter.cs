using Junheng.Models.Findings;
using Junheng.Pipelines.Texts;

namespace Junheng.Cli.Console;

/// <summary>Prints findings for people: the worst first, each with its cell, value, rule and remedy; long runs of one code are cut and pointed to.</summary>
public sealed class FindingPrinter(Terminal terminal)
{
    const int MostOfOneCode = 10;

    // Hundreds of findings are read by their kinds; the list has them all.
    const int Many = 50;
    const int MostOfOneCodeAmongMany = 3;

    /// <param name="listPath">Where all of them are written down.</param>
    public void Print(IReadOnlyList<Finding> findings, string listPath, Severity least = Severity.Error)
    {
        var told = findings.Where(finding => finding.Severity >= least).ToList();
        var most = told.Count > Many ? MostOfOneCodeAmongMany : MostOfOneCode;
        foreach (var group in told
            .OrderByDescending(finding => finding.Severity)
            .GroupBy(finding => (finding.Severity, finding.Code)))
        {
            foreach (var finding in group.Take(most)) terminal.NoteLine(Line(finding));
            if (group.Count() > most)
                terminal.Note("finding.more", ("count", group.Count() - most), ("code", group.Key.Code), ("path", listPath));
        }
    }

    string Line(Finding finding) => terminal.Texts["finding.line",
        ("severity", terminal.Texts["finding." + finding.Severity.ToString().ToLowerInvariant()]),
        ("code", finding.Code),
        ("place", PlaceOf(finding.Place)),
        ("what", finding.What(terminal.Texts)),
        ("fix", finding.Fix(terminal.Texts))];

    string PlaceOf(Place place) => string.Join("  ", new[]
    {
        place.File,
        place.Sheet,
        place.Row > 0 ? terminal.Texts["finding.row", ("row", place.Row)] : "",
        place.Column,
    }.Where(part => part.Length > 0));
}
