using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;

namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>A column's unit is another one: so its header says, or its numbers have grown or shrunk by the factor between two units.</summary>
/// <param name="Factor">How many times larger the numbers are now; null where only the header was read.</param>
/// <param name="Suspected">Only the numbers say so.</param>
public sealed record UnitChange(string From, string To, Rational? Factor, bool Suspected)
{
    // Between 元 and 千元, 万元, 亿元; m² and 公顷, 亩; a share and a percentage.
    static readonly IReadOnlyList<Rational> Factors =
        FiledUnit.All.Select(unit => unit.Factor).Append(100).Where(factor => factor != 1).Distinct().ToList();

    // Years differ by more than nothing, and units by more than this.
    static readonly Rational Tolerance = new(5, 4);

    const int LikeEnough = 60;

    public static UnitChange? Between(DriftColumn old, DriftColumn now)
    {
        // ㎡ is 平方米 in another writing.
        if (FiledUnit.Find(old.Header.Unit) is { } from && FiledUnit.Find(now.Header.Unit) is { } to && (from.Ours, from.Factor) != (to.Ours, to.Factor))
            return new UnitChange(old.Header.Unit, now.Header.Unit, null, false);
        if (old.Contents.Median is not { Sign: > 0 } before || now.Contents.Median is not { Sign: > 0 } after) return null;
        var ratio = after / before;
        foreach (var factor in Factors.SelectMany(factor => new[] { factor, 1 / factor }).OrderBy(factor => Apart(ratio, factor)))
        {
            if (Apart(ratio, factor) > Tolerance) return null;
            if (old.Contents.LikenessTimes(factor, now.Contents) >= LikeEnough && old.Contents.LikenessTimes(1, now.Contents) < LikeEnough)
                return new UnitChange(old.Header.Unit, now.Header.Unit, factor, true);
        }

        return null;
    }

    static Rational Apart(Rational ratio, Rational factor) => ratio > factor ? ratio / factor : factor / ratio;
}
