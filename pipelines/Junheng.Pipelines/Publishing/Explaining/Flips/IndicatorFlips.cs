using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Explaining.Flips;

/// <summary>The least whole change of a school's quantity, or of its pupils, that takes an indicator over a line: times·w·R &gt;= line·W.</summary>
public static class IndicatorFlips
{
    /// <param name="line"><c>threshold</c> or <c>floor</c>.</param>
    public static IReadOnlyList<Flip> Of(StageQuantity school, string line, Rational value)
    {
        if (value.Sign <= 0) return [];
        return [.. new[] { ByQuantity(school, line, value), ByPupils(school, line, value) }.OfType<Flip>()];
    }

    static Flip? ByQuantity(StageQuantity school, string line, Rational value)
    {
        var term = school.Terms
            .Where(term => term.Sign > 0)
            .OrderBy(term => term.Filed.Expression == Expression.From ? 0 : 1)
            .ThenByDescending(term => term.Filed.Amount!.Value)
            .FirstOrDefault();
        if (term is null) return null;
        var above = school.Value >= value;
        var needed = WholeNumbers.Ceiling((value * school.W / (school.Weight * school.Rule.Times)) - school.R);
        var change = above ? needed - 1 : needed;
        var after = (school.R + change) * school.Weight * school.Rule.Times / school.W;
        return term.Filed.Amount + change < 0 || (after >= value) == above ? null : Make(school, term.Filed, change, line, value, after);
    }

    // One pupil more of this stage adds w to W.
    static Flip? ByPupils(StageQuantity school, string line, Rational value)
    {
        var above = school.Value >= value;
        var room = WholeNumbers.Floor(((school.R * school.Weight * school.Rule.Times / value) - school.W) / school.Weight);
        var change = above ? room + 1 : room;
        if (school.P + change <= 0) return null;
        var after = school.R * school.Weight * school.Rule.Times / (school.W + (school.Weight * change));
        return (after >= value) == above ? null : Make(school, school.Pupils.Filed, change, line, value, after);
    }

    static Flip Make(StageQuantity school, Sources.FiledQuantity filed, Rational change, string line, Rational value, Rational after) =>
        new(school.School, school.Name, filed, change, line, value, Side(school.Value >= value, line), Side(after >= value, line), Number.Double(after));

    static string Side(bool above, string line) => (above, line) switch
    {
        (true, "floor") => "near",
        (false, "floor") => "below",
        (true, _) => "met",
        _ => "not_met",
    };
}
