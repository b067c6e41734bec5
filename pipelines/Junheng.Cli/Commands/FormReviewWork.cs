using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Models.Applications;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Applications;
using Junheng.Pipelines.Publishing.Reviewing;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>A filed application form (申报表) against what we compute: what a city does when it reviews a county.</summary>
internal sealed class FormReviewWork(Terminal terminal)
{
    /// <param name="all">Every blank, not only those that differ.</param>
    public int Run(string path, SnapshotReader reader, string county, int year, bool all, string format, CancellationToken cancellation)
    {
        var findings = new FindingList();
        var form = DeclaredFormReader.Read(path, Form(), findings, cancellation);
        if (form is null)
        {
            new FindingPrinter(terminal).Print(findings, "", Severity.Note);
            return ExitCode.DataErrors;
        }

        var review = FormReview.Of(form, new ReviewedCounty(reader, county, year, cancellation), findings);
        var shown = review.Blanks.Where(blank => all || IsWorthTelling(blank)).ToList();
        if (format == "table")
        {
            Say(path, reader, county, year, review);
            var table = new FormReviewTable(terminal, reader, cancellation);
            if (shown.Count > 0) table.Print(shown);
            if (!all) terminal.Say("review.rest");
        }
        else
        {
            new Summary(terminal).Mark(reader.Snapshot.Catalog);
            RowOutput.Write(ReviewRows.Of(shown, Why), format, terminal);
        }

        new FindingPrinter(terminal).Print(findings, path, Severity.Note);
        return ExitCode.Done;
    }

    /// <summary>The form that ships; it is sound, and a test holds it.</summary>
    public static ApplicationForm Form()
    {
        var findings = new FindingList();
        var catalog = FieldCatalogReader.Read(ShippedContent.Fields, findings);
        return new ApplicationFormReader(catalog).Read(ShippedContent.ApplicationForm, findings) ?? throw new InvalidOperationException("The application form does not read.");
    }

    /// <summary>The county and year a form is about: both must be there, and neither is guessed.</summary>
    public static (string County, int Year) Subject(Terminal terminal, SnapshotReader reader, string? county, int? year, CancellationToken cancellation)
    {
        var known = reader.Query("select distinct county_code, year from county_status order by all", cancellation).Rows.Select(row => (County: (string)row[0]!, Year: Convert.ToInt32(row[1], CultureInfo.InvariantCulture))).ToList();
        if (county is null || year is null) throw new WrongUsageException(terminal.Texts["review.needs_subject"]);
        if (!known.Contains((county, year.Value))) throw new WrongUsageException(terminal.Texts["usage.no_county", ("known", string.Join(", ", known.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Year} {one.County}"))))]);
        return (county, year.Value);
    }

    static bool IsWorthTelling(ReviewedBlank blank) => blank.Outcome is Outcome.Differs or Outcome.Malformed || blank.Change is not null;

    void Say(string path, SnapshotReader reader, string county, int year, FormReview review)
    {
        var name = reader.Query("select county_name from county where county_code = $county", default, ("county", county)).Rows.Select(row => row[0] as string).FirstOrDefault() ?? "";
        new Summary(terminal).Stamp(reader.Snapshot.Catalog);
        terminal.Say("review.title", ("file", Path.GetFileName(path)), ("county", $"{name} {county}".Trim()), ("year", year), ("snapshot", reader.Snapshot.Number), ("pack", reader.Snapshot.Catalog.RulePack));
        terminal.Say("review.compared", ("compared", review.Compared), ("equal", review.Count(Outcome.Equal)), ("rounding", review.Count(Outcome.Rounding)), ("differs", review.Count(Outcome.Differs)));
        terminal.Say("review.not_compared", ("blank", review.Count(Outcome.NotDeclared)), ("unknown", review.Count(Outcome.NotComputable)), ("absent", review.Count(Outcome.NotComputed)), ("malformed", review.Count(Outcome.Malformed)));
        var verdicts = review.VerdictsThatDiffer;
        terminal.Say("review.verdicts", ("count", verdicts.Count), ("schools", Of("school")), ("school_indicators", Of("school_indicator")), ("coefficients", Of("coefficient")), ("indicators", Of("indicator")));
        int Of(string kind) => verdicts.Count(verdict => verdict.Kind == kind);
    }

    string Why(ReviewedBlank blank) => blank.Outcome switch
    {
        Outcome.NotComputed => blank.Declared.Asked.NotComputed!.In(terminal.Language),
        Outcome.NotComputable => blank.Computed.Why,
        _ => "",
    };
}
