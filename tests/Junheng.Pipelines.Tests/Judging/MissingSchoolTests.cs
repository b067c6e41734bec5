namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A school that did not file: its county's coefficient is unknown, and the range is shown in which the missing value would let it pass.</summary>
public sealed class MissingSchoolTests
{
    // The range has both ends; only an upper one; none at all; only a lower one, where the missing school is most of the county.
    static readonly (string County, (int Pupils, int Teachers)[] Filed, int MissingPupils)[] Counties =
    [
        ("both", [(100, 10), (120, 20), (90, 4)], 100),
        ("upper", [(400, 40), (400, 48), (300, 24)], 20),
        ("lower", [(100, 10), (120, 30)], 1000),
        ("never", [(100, 1), (100, 60)], 10),
        ("large", [(100, 10), (100, 10)], 1_000),
    ];

    [Fact]
    public void Coefficient_OneSchoolBlank_IsUnknownAndSaysWhatItKnows()
    {
        using var judged = Judge(_ => null);

        var row = judged.Coefficient("both", "primary", "02");

        Assert.Equal((3, 4, "unknown"), (row.Schools, row.Registered, row.Verdict));
        Assert.Contains("missing_school", row.Flags);
        Assert.NotNull(row.Cv);
    }

    [Fact]
    public void Coefficient_OneSchoolBlankAndExcluded_IsThatOfTheRest()
    {
        using var judged = Judge(_ => null, "exclude");

        var row = judged.Coefficient("upper", "primary", "02");

        Assert.Equal((3, 4, "met"), (row.Schools, row.Registered, row.Verdict));
        Assert.Contains("missing_school", row.Flags);
    }

    [Fact]
    public void MissingRange_ByKindOfCounty_HasTheEndsItHas()
    {
        using var judged = Judge(_ => null);

        var ends = Counties.Select(county => judged.Coefficient(county.County, "primary", "02"))
            .Select(row => (row.County, row.MissingLow is > 0 ? "low" : row.MissingLow is null ? "none" : "zero", row.MissingHigh is not null));

        Assert.Equal([("both", "low", true), ("upper", "zero", true), ("lower", "low", false), ("never", "none", false), ("large", "low", false)], ends);
    }

    [Theory]
    [InlineData(-1e-6, "not_met", "met")]
    [InlineData(1e-6, "met", "not_met")]
    public void MissingRange_ValueFiledJustBesideAnEnd_IsJudgedAsTheRangeSays(double beside, string atLow, string atHigh)
    {
        using var blank = Judge(_ => null);
        var rows = Counties.ToDictionary(county => county.County, county => blank.Coefficient(county.County, "primary", "02"));

        using var low = Judge(county => rows[county].MissingLow is > 0 and var end ? end * (1 + beside) : null);
        using var high = Judge(county => rows[county].MissingHigh is { } end ? end * (1 + beside) : null);

        Assert.All(rows.Values.Where(row => row.MissingLow is > 0), row => Assert.Equal(atLow, low.Coefficient(row.County, "primary", "02").Verdict));
        Assert.All(rows.Values.Where(row => row.MissingHigh is not null), row => Assert.Equal(atHigh, high.Coefficient(row.County, "primary", "02").Verdict));
    }

    // Where there is no range nothing passes, where it has no end anything does that far.
    [Theory]
    [InlineData(0, "met", "not_met", "not_met")]
    [InlineData(30, "met", "met", "not_met")]
    [InlineData(1000, "not_met", "met", "not_met")]
    public void MissingRange_WithoutAnEnd_HoldsThatFar(double value, string upper, string lower, string never)
    {
        using var judged = Judge(_ => value);

        Assert.Equal([upper, lower, never], new[] { "upper", "lower", "never" }.Select(county => judged.Coefficient(county, "primary", "02").Verdict));
    }

    static Judged Judge(Func<string, double?> missing, string missingSchool = "unknown") => new Filing(Counties.SelectMany(county => county.Filed
        .Select((school, number) => School(county.County, number, school.Pupils, school.Teachers))
        .Append(School(county.County, 9, county.MissingPupils, missing(county.County) is { } value ? (decimal)(value * county.MissingPupils / 100) : Amount.Blank))))
    {
        Set = new Dictionary<string, string>(StringComparer.Ordinal) { ["missing_school"] = missingSchool },
    }.Judge();

    static FiledSchool School(string county, int number, int pupils, Amount teachers) =>
        new FiledSchool(county, FormattableString.Invariant($"{county}-{number}"), "primary_school").Stage("primary", pupils, ("teachers_backbone", teachers));
}
