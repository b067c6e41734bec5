using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging.LocalPacks;

/// <summary>Two schools of one size whose coefficient is what a test wants: with values m(1 ± c) and equal weights it is exactly c.</summary>
static class TwoSchools
{
    public const int Pupils = 1_000_000;

    /// <summary>The eight of 2012 by the fields they are filed in: with one of the stage, the other of the whole school.</summary>
    static readonly (string Indicator, string Field, bool OfStage, int PerPupil)[] Eight =
    [
        ("A1", "teaching_area", false, 4), ("A2", "sports_ground_area", false, 8), ("A3", "equipment_value", false, 2000), ("A4", "student_computers", false, 1),
        ("A5", "library_books", false, 20), ("A6", "teachers", true, 0), ("A7", "teachers_bachelor", true, 0), ("A8", "teachers_mid_title", true, 0),
    ];

    /// <summary>What else a numerator adds, filed as none.</summary>
    public static readonly IReadOnlyList<(string, Amount)> NoOthers = [("teachers_college", 0), ("teachers_master", 0), ("teachers_doctor", 0)];

    /// <param name="coefficients">By indicator of the pack of 2012, with three decimals at most.</param>
    /// <param name="nudge">Added to the sports ground of the richer school.</param>
    public static IEnumerable<FiledSchool> Of2012(string county, IReadOnlyDictionary<string, Rational> coefficients, Rational nudge = default)
    {
        foreach (var sign in new[] { 1, -1 })
        {
            var filed = Eight.ToDictionary(one => one.Field, one => Mean(one.PerPupil) * (1 + (coefficients[one.Indicator] * sign)), StringComparer.Ordinal);
            if (sign > 0) filed["sports_ground_area"] += nudge;
            yield return new FiledSchool(county, county + (sign > 0 ? "a" : "b"), "primary_school")
                .Stage("primary", Pupils, [.. Eight.Where(one => one.OfStage).Select(one => (one.Field, (Amount)filed[one.Field])), .. NoOthers])
                .Has([.. Eight.Where(one => !one.OfStage).Select(one => (one.Field, (Amount)filed[one.Field])), ("gym_area", 0)]);
        }
    }

    public static IReadOnlyDictionary<string, Rational> All(string coefficient) => Eight.ToDictionary(one => one.Indicator, _ => Rational.Parse(coefficient), StringComparer.Ordinal);

    // Teachers: four to a hundred pupils.
    static Rational Mean(int perPupil) => perPupil == 0 ? Pupils / 25 : (Rational)perPupil * (Pupils / 2);
}
