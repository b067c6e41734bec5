using System.Numerics;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest;
using Xunit.Abstractions;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

public sealed class CheapestPlannerTests(PlannerBench bench, ITestOutputHelper output) : IClassFixture<PlannerBench>
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

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 30)]
    [InlineData(3, 60)]
    public void Plan_OfARandomCounty_PassesAnIndependentCheck(int seed, int schools)
    {
        var county = DrawnCounty.Of(seed, schools);
        var problem = county.Problem();

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var plan = bench.Find(problem);

        output.WriteLine(FormattableString.Invariant($"{seed} {schools}: {plan.Outcome} {plan.Cost} bound {plan.Bound} gap {plan.Gap:P3} moves {plan.Moves.Count} in {watch.Elapsed.TotalSeconds:0.0} s"));
        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        new IndependentCheck(county, problem, plan).Passes();
    }

    static CountyProblem Books(IReadOnlyList<(int Pupils, int Books)> schools) => new(
        [.. schools.Select((school, index) => new Lever(FormattableString.Invariant($"小学{index + 1}"), "all", "books", school.Books, false, 1, false))],
        [.. schools.Select((school, index) => new Standing(FormattableString.Invariant($"小学{index + 1}"), "primary", "books", index, school.Pupils, new Rational(1, school.Pupils), null, null))],
        [new EvennessLimit("primary", "books", 0.50m)],
        0);
}
