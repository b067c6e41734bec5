using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Explaining.Flips;

/// <summary>The least whole change of one term, alone, that takes a ratio over its threshold.</summary>
public static class RatioFlips
{
    /// <param name="nameOf">The name of a school or the county by its code.</param>
    public static IEnumerable<Flip> Of(Ratio ratio, Func<string, string> nameOf)
    {
        if (ratio.Threshold.Sign <= 0) yield break;
        foreach (var role in new[] { SourceRole.Numerator, SourceRole.Denominator })
        {
            var change = role == SourceRole.Numerator ? ChangeAbove(ratio) : ChangeBelow(ratio);
            // Where many file the same, the largest that has the room for it stands for them.
            foreach (var term in ratio.Terms.Where(term => term.Role == role && IsAlone(ratio, term) && HasRoom(ratio, term, change)).GroupBy(term => term.Filed.Field).Select(same => same.MaxBy(term => term.Filed.Amount)!))
            {
                var (above, below) = role == SourceRole.Numerator ? (ratio.Above + change, ratio.Below) : (ratio.Above, ratio.Below + change);
                if (change.Sign == 0 || term.Filed.Amount + change < 0 || below.Sign <= 0) continue;
                yield return new Flip(term.School, nameOf(term.School), term.Filed, change, "threshold", ratio.Threshold, Side(ratio.Met), Side(!ratio.Met), Number.Double(ratio.Times * above / below));
            }
        }
    }

    static bool HasRoom(Ratio ratio, SourceQuantity changed, Rational change)
    {
        if (!ratio.Share) return true;
        var own = ratio.Terms.Where(term => term.School == changed.School).ToList();
        var (above, below) = (Ratio.Sum(own, SourceRole.Numerator), Ratio.Sum(own, SourceRole.Denominator));
        return changed.Role == SourceRole.Numerator ? above + change <= below : above <= below + change;
    }

    static Rational ChangeAbove(Ratio ratio)
    {
        var lacking = WholeNumbers.Ceiling((ratio.Threshold * ratio.Below / ratio.Times) - ratio.Above);
        return ratio.Met ? lacking - 1 : lacking;
    }

    static Rational ChangeBelow(Ratio ratio)
    {
        var room = WholeNumbers.Floor((ratio.Times * ratio.Above / ratio.Threshold) - ratio.Below);
        return ratio.Met ? room + 1 : room;
    }

    // What stands above and below, or is made of several cells, has no simple change; what is taken off (the dead, those who moved away) is nobody's to change.
    static bool IsAlone(Ratio ratio, SourceQuantity term) =>
        term is { Sign: > 0, Filed.Expression: Expression.From } && !ratio.Terms.Any(other => other.Filed.Field == term.Filed.Field && (other.Role != term.Role || other.Sign != term.Sign));

    static string Side(bool met) => met ? "met" : "not_met";
}
