using Junheng.Pipelines.Planning.Cheapest;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>A plan spread over years by hand: rooms of 60 and metres of 1 at two schools, and teachers who move.</summary>
public sealed class PhasingTests
{
    static readonly CountyProblem Problem = new(
        [Lever("甲", "07", 60), Lever("乙", "07", 40), Lever("甲", "05", 1), Teachers("甲"), Teachers("乙")],
        [Standing("甲", "07", 0, 4), Standing("乙", "07", 1, 2), Standing("甲", "05", 2, 3), Standing("甲", "01", 3, 1), Standing("乙", "01", 4, 1)],
        [],
        0);

    [Fact]
    public void Phasing_WithinAYearlyBudget_SpendsNoYearMore_AndBuysEverything()
    {
        LeverChange[] changes = [new(0, 3, 0), new(1, 1, 0), new(2, 150, 0)];

        var phasing = Phasing.Of(Problem, changes, 130, 2025, 2027);

        Assert.Empty(phasing.Unfunded);
        Assert.All(phasing.Years.GroupBy(one => one.Year), year => Assert.InRange(Phasing.CostOf(Problem, year), 0, 130));
        Assert.Equal([("07", 3L), ("07", 1), ("05", 150)], changes.Select(change =>
            (Problem.Levers[change.Lever].Indicator, (long)phasing.Years.Where(one => one.Lever == change.Lever).Aggregate(System.Numerics.BigInteger.Zero, (sum, one) => sum + one.Added))));
    }

    // 甲 lies at a quarter of its standard and 乙 at half: 甲 comes first.
    [Fact]
    public void Phasing_BeginsWithWhatLiesFurthestBelowItsStandard() => Assert.Equal(
        [(2025, 0), (2026, 1)],
        Phasing.Of(Problem, [new(0, 1, 0), new(1, 1, 0)], 60, 2025, 2026).Years.Select(one => (one.Year, one.Lever)).Order());

    // Metres first would leave 50 of each 100, too little for a room of 60; rooms first leave 40 and 40 for metres.
    [Fact]
    public void Phasing_WhereSmallThingsWouldCrowdOutLargeOnes_TakesTheLargeFirst()
    {
        var needy = Problem with { Standings = [.. Problem.Standings.Select(one => one.Lever == 2 ? Standing("甲", "05", 2, 50) : one)] };

        Assert.Empty(Phasing.Of(needy, [new(0, 2, 0), new(2, 80, 0)], 100, 2025, 2026).Unfunded);
    }

    [Fact]
    public void Phasing_OfAUnitDearerThanAYear_NamesIt() =>
        Assert.Equal([new UnfundedUnits(0, 1, 60, true)], Phasing.Of(Problem, [new(0, 1, 0)], 50, 2025, 2027).Unfunded);

    // Three rooms of 60 and two years of 100: one a year.
    [Fact]
    public void Phasing_OfUnitsThatFitIntoNoYear_SaysHowMany()
    {
        var phasing = Phasing.Of(Problem, [new(0, 3, 0)], 100, 2025, 2026);

        Assert.Equal([new UnfundedUnits(0, 1, 60, false)], phasing.Unfunded);
        Assert.Equal(60, phasing.MoneyShort);
    }

    // Three move at 10 each with 20 a year: two, then one; who leaves and who arrives in the same year.
    [Fact]
    public void Phasing_OfMovesThatCost_KeepsToTheBudgetToo() => Assert.Equal(
        [(2025, 3, -2), (2025, 4, 2), (2026, 3, -1), (2026, 4, 1)],
        Phasing.Of(Problem with { MovePrice = 10 }, [new(3, 0, -3), new(4, 0, 3)], 20, 2025, 2026).Years
            .Select(one => (one.Year, one.Lever, (int)one.Moved)).Order());

    [Fact]
    public void Phasing_WithoutABudget_IsDoneInTheFirstYear() =>
        Assert.All(Phasing.Of(Problem, [new(0, 9, 0), new(2, 1000, 0)], null, 2025, 2027).Years, one => Assert.Equal(2025, one.Year));

    static Lever Lever(string school, string indicator, decimal price) => new(school, "all", indicator, 1, true, price, false);

    static Lever Teachers(string school) => new(school, "primary", "01", 5, true, 500, true);

    static Standing Standing(string school, string indicator, int lever, int threshold) => new(school, "primary", indicator, lever, 100, 1, threshold, null);
}
