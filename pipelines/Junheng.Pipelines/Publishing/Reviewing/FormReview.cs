using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Applications;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>A filed form against what we compute, blank by blank.</summary>
/// <param name="Blanks">In the order of the form; schools without a row stand last.</param>
public sealed record FormReview(IReadOnlyList<ReviewedBlank> Blanks)
{
    public int Compared => Blanks.Count(blank => blank.IsCompared);

    public int Count(Outcome outcome) => Blanks.Count(blank => blank.Outcome == outcome);

    /// <summary>Verdicts that what was declared would make others, each once however many blanks bear on it.</summary>
    public IReadOnlyList<VerdictOf> VerdictsThatDiffer => Blanks.Where(blank => blank.Change is not null).Select(blank => blank.Change!.Of).Distinct().ToList();

    public static FormReview Of(DeclaredForm form, ReviewedCounty county, FindingList findings)
    {
        var figures = new ComputedFigures(county);
        var matching = new SchoolMatching(county, findings);
        var verdicts = new SchoolVerdicts(county);
        var matched = matching.Match(form.Schools);
        var without = matching.Expected.Except(matched.Select(row => (row.Code, row.Stage)));
        return new FormReview(
        [
            .. form.Blanks.Select(blank => Judged(new ReviewedBlank(blank, figures.Of(blank.Asked), "", "", blank.Asked.Stage))),
            .. matched.SelectMany(row => verdicts.Changed(row.Code, row.Stage, row.Row.Cells.Select(cell => School(cell, row.Code, row.Stage)).ToList())),
            .. without.SelectMany(one => form.SchoolBlanks.Select(blank => School(blank, one.Code, one.Stage))),
        ]);

        ReviewedBlank School(Declared blank, string code, string stage) => new(blank, figures.Of(blank.Asked, code, stage), code, matching.NameOf(code), stage);
    }

    static ReviewedBlank Judged(ReviewedBlank blank)
    {
        if (blank.Outcome is not (Outcome.Differs or Outcome.Rounding)) return blank;
        if (blank.Declared.Asked.IsVerdict)
            return blank with { Change = new VerdictChange(new VerdictOf("indicator", "", blank.Stage, blank.Declared.Asked.Indicator, ""), blank.Computed.Word!, blank.Declared.Word!) };
        if (blank.Computed.Ruling is not { } ruling || blank.DeclaredInOurs is not { } declared || ruling.With(declared) is not { } verdict || verdict == ruling.Verdict) return blank;
        return blank with { Change = new VerdictChange(ruling.Of, ruling.Verdict, verdict) };
    }
}
