using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

public sealed class CheapestPlannerTests(PlannerBench bench) : IClassFixture<PlannerBench>
{
    // Golden test number one: the five schools of the printed method sheet, pupils and books.
    static readonly (int Pupils, int Books)[] FiveSchools = [(45, 279), (37, 137), (89, 935), (76, 160), (55, 402)];

    [Fact]
    public void Plan_OfTheFivePrintedSchools_IsSeventeenBooksAtTheFourth()
    {
        var problem = Books(FiveSchools);

        var plan = bench.Find(problem);

        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        var change = Assert.Single(plan.Changes);
        Assert.Equal("小学4", problem.Levers[change.Lever].School);
        Assert.Equal(17, change.Added);
        Assert.Single(new ExactCheck(problem).Uneven(new ExactCheck(problem).Quantities([change with { Added = 16 }])));
    }

    [Fact]
    public void Plan_OfSmallCounties_CostsWhatTryingEveryPlanCosts() => Assert.All(Enumerable.Range(1, 7), seed =>
    {
        var county = SmallCounty.Of(seed);

        var plan = bench.Find(county.Problem());

        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        Assert.Equal(county.LeastByTrying(), plan.Cost);
        Assert.True(plan.Bound <= plan.Cost);
    });

    [Fact]
    public void Plan_OfRandomCounties_PassesAnIndependentCheck_NearTheBound() => Assert.All(DrawnCounty.Sample, drawn =>
    {
        var problem = drawn.County.Problem();

        var plan = bench.Find(problem);

        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        Assert.InRange(plan.Gap, 0, 0.01);
        new IndependentCheck(drawn.County, problem, plan).Passes();
    });

    [Fact]
    public void Plan_WithoutMoves_IsNeverCheaper()
    {
        var county = DrawnCounty.Of(5, 12);

        Assert.True(bench.Find(county.Problem(moves: false)).Cost >= bench.Find(county.Problem()).Bound);
        Assert.Empty(bench.Find(county.Problem(moves: false)).Moves);
    }

    [Fact]
    public void Plan_BeyondTheBudget_SaysHowMuchIsShortAndWhatMustBeGivenUp()
    {
        var problem = DrawnCounty.Of(3, 8).Problem();
        var plan = bench.Find(problem);

        var half = bench.Find(problem with { Budget = Math.Floor(plan.Cost / 2) });
        var nothing = bench.Find(problem with { Budget = 0 });

        Assert.Equal(PlanOutcome.TooLittleMoney, half.Outcome);
        Assert.Equal(plan.Cost - Math.Floor(plan.Cost / 2), half.Conflict!.MoneyShort);
        Assert.NotEmpty(half.Conflict.Schools);
        Assert.True(nothing.Conflict!.Schools.Count + nothing.Conflict.Limits.Count > half.Conflict.Schools.Count + half.Conflict.Limits.Count);
        Assert.Equal(PlanOutcome.Found, bench.Find(problem with { Budget = plan.Cost }).Outcome);
    }

    // The printed schools need 17 books for their coefficient and nothing else.
    [Fact]
    public void Plan_WhoseBudgetConflictsWithALimit_NamesTheLimit()
    {
        var problem = Books(FiveSchools);

        var conflict = bench.Find(problem with { Budget = 16 }).Conflict!;

        Assert.Equal(1, conflict.MoneyShort);
        Assert.Empty(conflict.Schools);
        Assert.Equal(problem.Limits, conflict.Limits);
    }

    // Two schools are short of 10 and of 30 books; there is money for 12.
    [Fact]
    public void Plan_WhoseBudgetConflictsWithASchool_NamesTheFewestSchools()
    {
        var books = Books([(100, 90), (100, 70)]);
        var problem = books with { Limits = [], Standings = [.. books.Standings.Select(standing => standing with { Threshold = 1, Floor = 1 })], Budget = 12 };

        var conflict = bench.Find(problem).Conflict!;

        Assert.Equal(28, conflict.MoneyShort);
        Assert.Equal([("小学2", "primary")], conflict.Schools);
        Assert.Empty(conflict.Limits);
    }

    [Fact]
    public void Plan_OfACountyThatPasses_IsNothing()
    {
        var plan = bench.Find(Books([(45, 279), (37, 137)]) with { Limits = [new EvennessLimit("primary", "books", 0.9m)] });

        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        Assert.Empty(plan.Changes);
        Assert.Equal(0, plan.Cost);
    }

    static CountyProblem Books(IReadOnlyList<(int Pupils, int Books)> schools) => new(
        [.. schools.Select((school, index) => new Lever(FormattableString.Invariant($"小学{index + 1}"), "all", "books", school.Books, false, 1, false))],
        [.. schools.Select((school, index) => new Standing(FormattableString.Invariant($"小学{index + 1}"), "primary", "books", index, school.Pupils, new Rational(1, school.Pupils), null, null))],
        [new EvennessLimit("primary", "books", 0.50m)],
        0);
}
