using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>
/// Ten thousand counties whose coefficient is exactly the limit, where no double can tell: 5,000 with schools of one size at 0.50 in primary schools, 5,000 with schools
/// of unlike size at 0.50 and 0.45, half of them nine-year schools divided 1 : 1.1.
/// </summary>
[Trait("Kind", "long")]
public sealed class ExactTieTests
{
    [Theory]
    [InlineData(0, "met", 10_000)]
    [InlineData(1, "not_met", 1_000)]
    [InlineData(-1, "met", 1_000)]
    public void Verdict_AtTheLimitAndTheSmallestStepBeside_IsDecidedInRationals(int step, string verdict, int counties)
    {
        using var judged = Filing.OfBooks(EqualSizes(counties / 2).Concat(UnlikeSizes(counties / 2)).SelectMany(county => county.Schools(step * Amount.Least))).Judge();

        var rows = judged.Query($"""
            select verdict, count(*), bool_and(flags like '%decided_in_rationals%')
            from (select distinct on (county_code) * from county_coefficient where schools = 2
                order by county_code, stage = case when county_code like '%j%' then 'junior' else 'primary' end desc)
            group by verdict
            """).Rows;

        Assert.Equal([verdict, (long)counties, true], Assert.Single(rows));
    }

    static IEnumerable<TieCounty> EqualSizes(int counties) =>
        Enumerable.Range(1, counties).Select(number => new TieCounty(Code("e", number), 2024, "primary", (1, 2), 1, 1, 1 + (number % 997), number, Combined: false));

    static IEnumerable<TieCounty> UnlikeSizes(int counties) => Enumerable.Range(1, counties).Select(number =>
    {
        var junior = number % 2 == 0;
        var (u, v) = Roots(number);
        return new TieCounty(Code(junior ? "j" : "p", number), 2024, junior ? "junior" : "primary", junior ? (9, 20) : (1, 2), u, v, 1 + (number % 13), 1 + (number % 89), Combined: number % 4 < 2);
    });

    // d·v > n·u must hold for both limits, and u ≠ v: the poorer school may be smaller or larger.
    static (int U, int V) Roots(int number)
    {
        var v = 2 + (number % 7);
        var u = 1 + (number % ((2 * v) - 1));
        return u == v ? (v - 1, v) : (u, v);
    }

    static string Code(string kind, int number) => FormattableString.Invariant($"{kind}{number:0000}");
}
