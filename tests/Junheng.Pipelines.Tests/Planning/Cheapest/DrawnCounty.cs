using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>A county drawn by a seed: rich and poor schools, large and small, of one stage and of two; complete data.</summary>
sealed record DrawnCounty(IReadOnlyList<DrawnSchool> Schools)
{
    static readonly string[] Types = ["primary_school", "primary_school", "primary_school", "junior_school", "nine_year_school"];
    public static readonly IReadOnlyDictionary<string, decimal> Prices = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["01"] = 480_000,
        ["02"] = 520_000,
        ["03"] = 500_000,
        ["04"] = 3_200,
        ["05"] = 460,
        ["06"] = 1,
        ["07"] = 52_000,
    };

    /// <summary>Four, or as many as <c>JUNHENG_COUNTIES</c> says: of 3 to 60 schools each, the same at every run.</summary>
    public static IEnumerable<(int Seed, DrawnCounty County)> Sample =>
        Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("JUNHENG_COUNTIES"), System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : 4).Select(seed => (seed, Of(seed, 3 + (seed * 37 % 58))));

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
            Uncounted = [.. Schools.SelectMany(school => school.Quantities.Where(one => one.Key.Stage != "all")
                .Select(one => new UncountedTeachers(school.Code, one.Key.Stage, one.Key.Indicator, school.Teachers(one.Key.Stage) - one.Value)))],
        };
    }

    /// <summary>As filed in one year: resources are always those of 2024, pupils grow or shrink by up to 8 % a year, each school at a pace of its own.</summary>
    public IEnumerable<FiledSchool> File(string county, int year = 2024) => Schools.Select((school, number) =>
    {
        var filed = new FiledSchool(county, county + school.Code, school.Type, year);
        foreach (var (stage, now, _) in school.Stages)
        {
            var pupils = (int)Math.Round(now * Math.Pow(1 + (0.04 * ((number % 5) - 2)), year - 2024));
            int Teachers(string indicator) => school.Quantities[(stage, indicator)];
            filed.Stage(
                stage, pupils, ("teachers", school.Teachers(stage)), ("teachers_college", 0), ("teachers_bachelor", Teachers("01")), ("teachers_master", 0), ("teachers_doctor", 0),
                ("teachers_backbone", Teachers("02")), ("teachers_pe", Teachers("03") / 2), ("teachers_music", 0), ("teachers_art", Teachers("03") - (Teachers("03") / 2)));
        }

        int Premises(string indicator) => school.Quantities[("all", indicator)];
        return filed.Has(
            ("teaching_area", Premises("04")), ("gym_area", 0), ("sports_ground_area", Premises("05")), ("equipment_value", Premises("06")), ("multimedia_rooms", Premises("07")));
    });

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
