using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>A drawn county with its plan carried out, judged here by the words of the standard and none of the planner's: ratios, 6 of 7, standard deviation over mean.</summary>
sealed class IndependentCheck(DrawnCounty county, CountyProblem problem, CountyPlan plan)
{
    readonly Dictionary<(string School, string Stage, string Indicator), double> quantities = county.Schools
        .SelectMany(school => school.Quantities.Select(one => ((school.Code, one.Key.Stage, one.Key.Indicator), (double)one.Value)))
        .ToDictionary(one => one.Item1, one => one.Item2 + Change(problem, plan, one.Item1));

    public void Passes()
    {
        Assert.All(plan.Changes, change => Assert.True(change.Added >= 0));
        Assert.All(quantities.Values, quantity => Assert.True(quantity >= 0));
        foreach (var school in county.Schools) Assert.All(school.Stages, stage => AssertSchool(school, stage.Stage));
        foreach (var stage in new[] { "primary", "junior" })
            Assert.All(AtStandard.Indicators, indicator => Assert.InRange(Coefficient(stage, indicator), 0, (stage == "primary" ? 0.50 : 0.45) + 1e-12));
        foreach (var kind in plan.Changes.GroupBy(change => (problem.Levers[change.Lever].Stage, problem.Levers[change.Lever].Indicator)))
            Assert.Equal(0, kind.Sum(change => (double)change.Moved));
    }

    void AssertSchool(DrawnSchool school, string stage)
    {
        var ratios = AtStandard.Indicators.Select(indicator => Ratio(school, stage, indicator) / Number(AtStandard.Threshold(stage, indicator))).ToList();
        Assert.All(ratios, ratio => Assert.True(ratio >= 0.85 - 1e-12));
        Assert.True(ratios.Count(ratio => ratio < 1 - 1e-12) <= 1);
    }

    double Ratio(DrawnSchool school, string stage, string indicator)
    {
        var times = indicator is "01" or "02" or "03" or "07" ? 100 : 1;
        var mine = school.Stages.Single(one => one.Stage == stage);
        return quantities.TryGetValue((school.Code, stage, indicator), out var teachers)
            ? times * teachers / mine.Pupils
            : times * (double)mine.Weight * quantities[(school.Code, "all", indicator)] / (double)school.WeightedPupils;
    }

    double Coefficient(string stage, string indicator)
    {
        var schools = county.Schools.Where(school => school.Stages.Any(one => one.Stage == stage))
            .Select(school => (Pupils: (double)school.Stages.Single(one => one.Stage == stage).Pupils, Ratio: Ratio(school, stage, indicator))).ToList();
        if (schools.Count == 0) return 0;
        var pupils = schools.Sum(school => school.Pupils);
        var mean = schools.Sum(school => school.Pupils * school.Ratio) / pupils;
        return Math.Sqrt(schools.Sum(school => school.Pupils / pupils * Math.Pow(school.Ratio - mean, 2))) / mean;
    }

    static double Change(CountyProblem problem, CountyPlan plan, (string School, string Stage, string Indicator) key) => plan.Changes
        .Where(change => problem.Levers[change.Lever] is var lever && (lever.School, lever.Stage, lever.Indicator) == key)
        .Sum(change => (double)change.Net);

    static double Number(Junheng.Models.Numbers.Rational number) => (double)number.Numerator / (double)number.Denominator;
}
