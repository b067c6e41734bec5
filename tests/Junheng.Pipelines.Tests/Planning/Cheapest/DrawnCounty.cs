using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>A county drawn by a seed: rich and poor schools, large and small, of one stage and of two; complete data.</summary>
sealed record DrawnCounty(IReadOnlyList<DrawnSchool> Schools)
{
    static readonly string[] Types = ["primary_school", "primary_school", "primary_school", "junior_school", "nine_year_school"];
    static readonly Dictionary<string, decimal> Prices = new(StringComparer.Ordinal)
    {
        ["01"] = 480_000, ["02"] = 520_000, ["03"] = 500_000, ["04"] = 3_200, ["05"] = 460, ["06"] = 1, ["07"] = 52_000,
    };

    public static DrawnCounty Of(int seed, int schools)
    {
        var random = new Random(seed);
        var wealth = 0.5 + random.NextDouble();
        return new DrawnCounty([.. Enumerable.Range(1, schools).Select(number => School(random, number, wealth))]);
    }

    public CountyProblem Problem(bool moves = true)
    {
        var levers = new List<Lever>();
        var standings = new List<Standing>();
        foreach (var school in Schools)
        {
            foreach (var ((stage, indicator), quantity) in school.Quantities)
            {
                var persons = stage != "all";
                levers.Add(new Lever(school.Code, stage, indicator, quantity, persons || indicator == "07", Prices[indicator], persons && moves));
                foreach (var one in school.Stages.Where(one => !persons || one.Stage == stage)) standings.Add(Standing(school, one, indicator, levers.Count - 1, persons));
            }
        }

        var limits = standings.Select(one => (one.Stage, one.Indicator)).Distinct().Order().Select(one => new EvennessLimit(one.Stage, one.Indicator, one.Stage == "primary" ? 0.50m : 0.45m));
        return new CountyProblem(levers, standings, [.. limits], 1)
        {
            HeadCounts = [.. Schools.SelectMany(school => school.Stages.Select(stage => new HeadCount(school.Code, stage.Stage, school.Teachers(stage.Stage))))],
        };
    }

    static Standing Standing(DrawnSchool school, (string Stage, int Pupils, decimal Weight) stage, string indicator, int lever, bool persons)
    {
        Rational times = indicator is "01" or "02" or "03" or "07" ? 100 : 1;
        var perUnit = persons ? times / stage.Pupils : times * ExactCheck.Exact(stage.Weight) / ExactCheck.Exact(school.WeightedPupils);
        return new Standing(school.Code, stage.Stage, indicator, lever, stage.Pupils, perUnit, AtStandard.Threshold(stage.Stage, indicator), AtStandard.Floor(stage.Stage, indicator));
    }

    static DrawnSchool School(Random random, int number, double wealth)
    {
        var type = Types[random.Next(Types.Length)];
        var size = (int)(30 * Math.Exp(random.NextDouble() * 4));
        var (primary, junior) = type switch { "junior_school" => (0, size), "nine_year_school" => (size, 20 + (size / 2)), _ => (size, 0) };
        var quantities = new Dictionary<(string, string), int>();
        foreach (var indicator in AtStandard.Indicators)
        {
            var premises = indicator is "04" or "05" or "06" or "07";
            foreach (var stage in premises ? ["all"] : new[] { "primary", "junior" })
            {
                var pupils = stage switch { "primary" => primary, "junior" => junior, _ => primary + junior };
                if (pupils == 0) continue;
                var standard = AtStandard.Threshold(junior > primary ? "junior" : "primary", indicator) * pupils / (indicator is "01" or "02" or "03" or "07" ? 100 : 1);
                var share = wealth * Math.Exp((random.NextDouble() - 0.5) * 2.2);
                quantities[(stage, indicator)] = (int)Math.Round((double)standard.Numerator / (double)standard.Denominator * share);
            }
        }

        return new DrawnSchool(FormattableString.Invariant($"S{number:00}"), type, primary, junior, quantities);
    }
}
