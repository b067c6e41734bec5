using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The rule «at least 6 of 7, the other not below 85 %» on all 120 ways seven indicators can stand, each a school in either stage.</summary>
public sealed class SixOfSevenTests
{
    static readonly (int Meets, int Near, int Below, int Unknown)[] Ways =
    [
        .. from meets in Enumerable.Range(0, 8)
           from near in Enumerable.Range(0, 8 - meets)
           from below in Enumerable.Range(0, 8 - meets - near)
           select (meets, near, below, 7 - meets - near - below),
    ];

    [Theory]
    [InlineData("primary")]
    [InlineData("junior")]
    public void SchoolVerdict_OfEveryWaySevenIndicatorsCanStand_FollowsTheRule(string stage)
    {
        using var judged = new Filing(Ways.Select(way => School(way, stage))).Judge();

        var verdicts = judged.SchoolVerdicts();

        Assert.Equal(120, Ways.Length);
        Assert.Equal(Ways.Select(way => (Code(way), Expected(way))), Ways.Select(way => (Code(way), verdicts[(Code(way), stage)])));
    }

    /// <summary>The rule said once more, by what could still become of the unknown ones.</summary>
    static string Expected((int Meets, int Near, int Below, int Unknown) way)
    {
        var outcomes = from toMeets in Enumerable.Range(0, way.Unknown + 1)
                       from toNear in Enumerable.Range(0, way.Unknown + 1 - toMeets)
                       select Passes(way.Meets + toMeets, way.Near + toNear, way.Below + way.Unknown - toMeets - toNear);
        return outcomes.Distinct().ToList() switch
        {
            [true] => "met",
            [false] => "not_met",
            _ => "unknown",
        };
    }

    static bool Passes(int meets, int near, int below) => below == 0 && meets >= 6 && meets + near == 7;

    static string Code((int Meets, int Near, int Below, int Unknown) way) => FormattableString.Invariant($"{way.Meets}-{way.Near}-{way.Below}-{way.Unknown}");

    static FiledSchool School((int Meets, int Near, int Below, int Unknown) way, string stage)
    {
        string[] bands = [.. Enumerable.Repeat("meets", way.Meets), .. Enumerable.Repeat("near", way.Near), .. Enumerable.Repeat("below", way.Below)];

        // Where the bands lie among the indicators must not matter: each way starts at another.
        var turn = (way.Meets * 3) + (way.Near * 5) + way.Below;
        return AtStandard.School("C", Code(way), stage, bands.Select((band, number) =>
        {
            var indicator = AtStandard.Indicators[(number + turn) % 7];
            return (indicator, AtStandard.Quantity(indicator, AtStandard.Threshold(stage, indicator) * Share(band)));
        }));
    }

    static Rational Share(string band) => band switch
    {
        "meets" => 1,
        "near" => new Rational(9, 10),
        _ => new Rational(1, 2),
    };
}
