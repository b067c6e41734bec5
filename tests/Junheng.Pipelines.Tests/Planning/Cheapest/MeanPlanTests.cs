using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>Plans where the mean of the coefficients is limited and not each of them.</summary>
public sealed class MeanPlanTests(PlannerBench bench) : IClassFixture<PlannerBench>
{
    const int Most = 80;
    static readonly string[] Indicators = ["a", "b"];

    // Three schools, two indicators, every plan of up to eighty units for each school and indicator tried.
    [Fact]
    public void Plan_OfSmallCounties_CostsHardlyMoreThanTryingEveryPlan_AndNeverLessThanItsBound() => Assert.All(Enumerable.Range(1, 6), seed =>
    {
        var random = new Random(seed);
        var pupils = Enumerable.Range(0, 3).Select(_ => random.Next(40, 110)).ToArray();
        var present = Indicators.Select(_ => Enumerable.Range(0, 3).Select(_ => random.Next(4, 60)).ToArray()).ToArray();
        var limit = 0.10m + (0.02m * seed);
        var problem = Problem(pupils, present, limit);

        var plan = bench.Find(problem);

        var least = LeastByTrying(pupils, present, (double)limit);
        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        Assert.Empty(new ExactCheck(problem).UnevenMeans(new ExactCheck(problem).Quantities(plan.Changes)));
        Assert.InRange(plan.Cost, least, Math.Ceiling(least * 1.05m) + 3);
        Assert.InRange(plan.Bound, 0, least);
    });

    // One coefficient may stay far above the mean where bringing it down is dear: limits on each would forbid that.
    [Fact]
    public void Plan_LeavesTheDearCoefficientHigh_AndBringsTheCheapOneDown()
    {
        var problem = Problem([100, 100, 100], [[10, 50, 50], [10, 50, 50]], 0.30m);
        problem = problem with { Levers = [.. problem.Levers.Select(lever => lever with { Price = lever.Indicator == "a" ? 1000 : 1 })] };

        var plan = bench.Find(problem);

        Assert.All(plan.Changes, change => Assert.Equal("b", problem.Levers[change.Lever].Indicator));
        Assert.Empty(new ExactCheck(problem).UnevenMeans(new ExactCheck(problem).Quantities(plan.Changes)));
    }

    [Fact]
    public void Plan_BeyondTheBudget_NamesTheStageWhoseMeanMustBeGivenUp()
    {
        var conflict = bench.Find(Problem([100, 100, 100], [[10, 50, 50], [10, 50, 50]], 0.20m) with { Budget = 5 }).Conflict!;

        Assert.Equal(["primary"], conflict.Means.Select(mean => mean.Stage));
        Assert.True(conflict.MoneyShort > 0);
    }

    // Without the cost of a single step down nothing can be shared out: what stays over the mean is no plan.
    [Fact]
    public void Plan_WhoseMeanStaysOver_IsNotFound() =>
        Assert.Equal(PlanOutcome.NotFound, bench.FindInNoTime(Problem([100, 100, 100], [[10, 50, 50], [10, 50, 50]], 0.30m)).Outcome);

    // Eight indicators of 2012, schools of one stage and of two; teachers counted by three of the indicators at once.
    [Fact]
    public void Plan_ByTheProgrammeOf2012_IsJudgedMetOnTheMean()
    {
        string[] asked = ["county_verdict", "county_composite", "county_coefficient", "school_verdict"];
        var library = Filing.Library.For(asked);
        using var judged = new Filing(Schools()) { RulePack = "basic-2012" }.Judge(asked);
        var root = Directory.CreateTempSubdirectory("junheng-mean-").FullName;
        try
        {
            var options = new EngineOptions(2, "1GB", Path.Combine(root, "tmp"));
            using var reader = SnapshotReader.Open(judged.Snapshot, options);
            using var basis = new PlanBasis(reader, "C", 2024, library, root, options);
            Assert.True(basis.Take(2024, asCounted: true, default));
            var prices = Enumerable.Range(1, 8).SelectMany(number => new[] { "primary", "junior" }.Select(stage => (FormattableString.Invariant($"A{number}"), stage))).ToDictionary(key => key, key => key.Item1[1] >= '6' ? 400_000m : 100m);
            var read = new CountyCaseReader(basis.Reader, prices).Read("C", 2024, default);
            Assert.True(read is { CanBePlanned: true, HasConditions: true });
            Assert.Equal(["primary", "junior"], read.Problem.Means.Select(mean => mean.Stage));
            Assert.Equal("A6", read.Problem.AllTeachers);

            var plan = bench.Find(read.Problem);

            Assert.Equal(PlanOutcome.Found, plan.Outcome);
            Assert.Equal("not_met", basis.Confirm(read.Problem, [], default)!.Coefficient);
            Assert.Equal("met", basis.Confirm(read.Problem, plan.Changes, default)!.Coefficient);
            Assert.True(basis.Confirm(read.Problem, plan.Changes, default)!.Holds);
            Assert.InRange(plan.Gap, 0, 0.15);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    static IEnumerable<FiledSchool> Schools()
    {
        var random = new Random(12);
        for (var number = 1; number <= 9; number++)
        {
            var type = number % 3 == 0 ? "nine_year_school" : number % 3 == 1 ? "primary_school" : "junior_school";
            var school = new FiledSchool("C", FormattableString.Invariant($"S{number}"), type);
            var wealth = Math.Exp((random.NextDouble() - 0.5) * 4);
            var all = 0;
            foreach (var stage in new[] { "primary", "junior" }.Where(stage => type == "nine_year_school" || type.StartsWith(stage, StringComparison.Ordinal)))
            {
                var pupils = random.Next(60, 900);
                var teachers = (int)(pupils * 0.06 * wealth) + 3;
                all += pupils;
                school.Stage(
                    stage, pupils, ("teachers", teachers), ("teachers_college", teachers / 4), ("teachers_bachelor", teachers / 3), ("teachers_master", 0), ("teachers_doctor", 0),
                    ("teachers_mid_title", (teachers * random.Next(1, 4) / 4) + 1));
            }

            int Of(double each) => (int)(all * each * wealth * (0.5 + random.NextDouble())) + 5;
            yield return school.Has(
                ("teaching_area", Of(4)), ("gym_area", 0), ("sports_ground_area", Of(8)), ("equipment_value", Of(1500)), ("student_computers", Of(0.1)), ("library_books", Of(20)));
        }
    }

    static CountyProblem Problem(int[] pupils, int[][] present, decimal limit)
    {
        var (levers, standings) = (new List<Lever>(), new List<Standing>());
        for (var indicator = 0; indicator < Indicators.Length; indicator++)
        {
            for (var school = 0; school < pupils.Length; school++)
            {
                levers.Add(new Lever("ABC"[school].ToString(), "all", Indicators[indicator], present[indicator][school], true, indicator + 1, false));
                standings.Add(new Standing("ABC"[school].ToString(), "primary", Indicators[indicator], levers.Count - 1, pupils[school], new Rational(1, pupils[school]), null, null));
            }
        }

        return new CountyProblem(levers, standings, [], 0) { Means = [new EvennessMean("primary", Indicators, limit)] };
    }

    static decimal LeastByTrying(int[] pupils, int[][] present, double limit)
    {
        // Of each indicator the least coefficient for each number of units added.
        var best = present.Select(amounts =>
        {
            var least = Enumerable.Repeat(double.PositiveInfinity, (3 * Most) + 1).ToArray();
            for (var a = 0; a <= Most; a++)
                for (var b = 0; b <= Most; b++)
                    for (var c = 0; c <= Most; c++) least[a + b + c] = Math.Min(least[a + b + c], Coefficient(pupils, [amounts[0] + a, amounts[1] + b, amounts[2] + c]));
            return least;
        }).ToArray();
        return (from a in Enumerable.Range(0, best[0].Length) from b in Enumerable.Range(0, best[1].Length) where (best[0][a] + best[1][b]) / 2 <= limit + 1e-12 select (decimal)(a + (2 * b))).Min();
    }

    static double Coefficient(int[] pupils, int[] amounts)
    {
        double all = pupils.Sum(), mean = amounts.Sum() / all;
        return Math.Sqrt(amounts.Select((amount, school) => pupils[school] / all * Math.Pow(((double)amount / pupils[school]) - mean, 2)).Sum()) / mean;
    }
}
