using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>The verdict on a school by the rule of so many of so many, with the figures its row declares in place of ours.</summary>
sealed class SchoolVerdicts(ReviewedCounty county)
{
    readonly ILookup<(string, string), int> rows = Enumerable.Range(0, county.Indicators.Rows.Count)
        .Where(row => Equals(county.Indicators[row, "counts"], true))
        .ToLookup(row => (Text(row, county, "school_code"), Text(row, county, "stage")));

    /// <param name="blanks">All of one school-stage.</param>
    public IEnumerable<ReviewedBlank> Changed(string school, string stage, IReadOnlyList<ReviewedBlank> blanks)
    {
        var ours = Enumerable.Range(0, county.Verdicts.Rows.Count).Where(row => (string)county.Verdicts[row, "school_code"]! == school && (string)county.Verdicts[row, "stage"]! == stage)
            .Select(row => (string)county.Verdicts[row, "verdict"]!).FirstOrDefault();
        var declared = ours is null ? null : Verdict(school, stage, blanks);
        var of = new VerdictOf("school", school, stage, "", "");
        return blanks.Select(blank =>
        {
            if (blank.Declared.Asked.IsVerdict) return blank.Outcome == Outcome.Differs ? blank with { Change = new VerdictChange(of, blank.Computed.Word!, blank.Declared.Word!) } : blank;
            if (BandChange(school, stage, blank) is not { } change) return blank;
            // The school's own verdict is what counts; where it stays, that of the indicator is told.
            if (declared != ours) return blank with { Change = new VerdictChange(of, ours!, declared!) };
            return change.Ours == change.WithDeclared ? blank : blank with { Change = change };
        });
    }

    string? Verdict(string school, string stage, IReadOnlyList<ReviewedBlank> blanks)
    {
        if (county.Rule.Rows.Count != 1) return null;
        var (of, need) = (Convert.ToInt32(county.Rule[0, "of"], null), Convert.ToInt32(county.Rule[0, "need"], null));
        var bands = rows[(school, stage)].Select(row => BandWith(row, blanks.FirstOrDefault(blank => blank.Declared.Asked is { Figure: "school_indicator.value" } asked && asked.Indicator == Text(row, county, "indicator")))).ToList();
        var (meets, near, below) = (bands.Count(band => band == "meets"), bands.Count(band => band == "near"), bands.Count(band => band == "below"));
        if (below >= 1 || near > of - need) return "not_met";
        return meets >= need && meets + near == of ? "met" : "unknown";
    }

    VerdictChange? BandChange(string school, string stage, ReviewedBlank blank)
    {
        if (blank.Declared.Asked.Figure != "school_indicator.value" || blank.Outcome is not (Outcome.Differs or Outcome.Rounding)) return null;
        var row = rows[(school, stage)].Where(row => Text(row, county, "indicator") == blank.Declared.Asked.Indicator).DefaultIfEmpty(-1).First();
        if (row < 0 || BandWith(row, blank) == Text(row, county, "band")) return null;
        return new VerdictChange(new VerdictOf("school_indicator", school, stage, blank.Declared.Asked.Indicator, ""), Text(row, county, "verdict"), BandWith(row, blank) == "meets" ? "met" : "not_met");
    }

    // A figure that is ours but for its last decimal is ours; what is not known stays so, whatever was declared.
    string BandWith(int row, ReviewedBlank? blank)
    {
        var band = Text(row, county, "band");
        if (band.Length == 0 || blank is not { Outcome: Outcome.Differs or Outcome.Rounding, DeclaredInOurs: { } declared }) return band;
        return declared >= ExactNumber.Of(county.Indicators[row, "threshold"])!.Value ? "meets" : declared >= ExactNumber.Of(county.Indicators[row, "floor"])!.Value ? "near" : "below";
    }

    static string Text(int row, ReviewedCounty county, string column) => county.Indicators[row, column] as string ?? "";
}
