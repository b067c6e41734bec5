using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The thresholds of the national method as oracle 09 prints them, and schools that lie exactly where a test wants them.</summary>
static class AtStandard
{
    public static readonly IReadOnlyList<string> Indicators = ["01", "02", "03", "04", "05", "06", "07"];

    /// <summary>Pupils for which every threshold, its 85 % and 90 % and half come to whole rooms.</summary>
    public const int Pupils = 200_000;

    static readonly Dictionary<string, (string Primary, string Primary85, string Junior, string Junior85)> Printed = new(StringComparer.Ordinal)
    {
        ["01"] = ("4.2", "3.57", "5.3", "4.505"),
        ["02"] = ("1", "0.85", "1", "0.85"),
        ["03"] = ("0.9", "0.765", "0.9", "0.765"),
        ["04"] = ("4.5", "3.825", "5.8", "4.93"),
        ["05"] = ("7.5", "6.375", "10.2", "8.67"),
        ["06"] = ("2000", "1700", "2500", "2125"),
        ["07"] = ("2.3", "1.955", "2.4", "2.04"),
    };

    public static Rational Threshold(string stage, string indicator) =>
        Rational.Parse(stage == "primary" ? Printed[indicator].Primary : Printed[indicator].Junior);

    public static Rational Floor(string stage, string indicator) =>
        Rational.Parse(stage == "primary" ? Printed[indicator].Primary85 : Printed[indicator].Junior85);

    /// <summary>What a school of <see cref="Pupils"/> has when its indicator is <paramref name="value"/>.</summary>
    public static Rational Quantity(string indicator, Rational value) => value * Pupils / (indicator is "01" or "02" or "03" or "07" ? 100 : 1);

    /// <summary>Files a quantity under the fields of its indicator, of which some have several.</summary>
    public static void File(FiledSchool school, Dictionary<string, Amount> stage, string indicator, Rational quantity)
    {
        const int Gym = 500;
        switch (indicator)
        {
            case "01":
                stage["teachers_bachelor"] = quantity - 3;
                (stage["teachers_college"], stage["teachers_master"], stage["teachers_doctor"]) = (0, 2, 1);
                break;
            case "02":
                stage["teachers_backbone"] = quantity;
                break;
            case "03":
                (stage["teachers_pe"], stage["teachers_music"], stage["teachers_art"]) = (quantity - 5, 3, 2);
                break;
            case "04":
                school.Has(("teaching_area", quantity + Gym), ("gym_area", Gym));
                break;
            case "05":
                school.Has(("sports_ground_area", quantity - Gym), ("gym_area", Gym));
                break;
            case "06":
                school.Has(("equipment_value", quantity));
                break;
            case "07":
                school.Has(("multimedia_rooms", quantity));
                break;
        }
    }

    /// <summary>A school of one stage with the given indicators filed and the others blank.</summary>
    public static FiledSchool School(string county, string code, string stage, IEnumerable<(string Indicator, Rational Quantity)> quantities)
    {
        var school = new FiledSchool(county, code, stage + "_school");
        var filed = new Dictionary<string, Amount>(StringComparer.Ordinal);
        foreach (var (indicator, quantity) in quantities) File(school, filed, indicator, quantity);
        return school.Stage(stage, Pupils, [.. filed.Select(field => (field.Key, field.Value))]);
    }
}
