namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>One coefficient of one county: enrolment-weighted, of population form, two passes (method §1).</summary>
/// <param name="Schools">In scope and with a value.</param>
/// <param name="Missing">In scope and without one: if there is any, the coefficient is unknown and this is the value of the rest.</param>
sealed record Coefficient(int Schools, int Missing, decimal Mean, double Value)
{
    public static double Limit(string stage) => stage is "小学" ? 0.50 : 0.45;

    /// <param name="indicator">From 1 to 7.</param>
    public static Coefficient Of(string county, int year, string stage, int indicator)
    {
        var schools = SampleCity.In(county, year).Where(school => SevenIndicators.InScope(school, stage)).ToList();
        var filed = schools
            .Select(school => (Pupils: school.InStage(stage, "在校生数"), Value: SevenIndicators.Of(school, stage)[indicator - 1]))
            .Where(school => school.Value is not null)
            .Select(school => (Pupils: school.Pupils!.Value, Value: school.Value!.Value))
            .ToList();

        var pupils = filed.Sum(school => school.Pupils);
        var mean = filed.Sum(school => school.Pupils * school.Value) / pupils;
        var square = filed.Sum(school => school.Pupils / pupils * (school.Value / mean - 1) * (school.Value / mean - 1));
        return new(filed.Count, schools.Count - filed.Count, mean, Math.Sqrt((double)square));
    }

    public static IEnumerable<(string Stage, int Indicator)> Fourteen =>
        SevenIndicators.Stages.SelectMany(stage => Enumerable.Range(1, 7).Select(indicator => (stage, indicator)));
}
