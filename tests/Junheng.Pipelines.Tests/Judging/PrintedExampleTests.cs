namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The two examples that the method sheets print with their arithmetic (oracles 01 and 02), through the whole pipeline.</summary>
public sealed class PrintedExampleTests
{
    static readonly (int Pupils, int Books)[] FiveSchools = [(45, 279), (37, 137), (89, 935), (76, 160), (55, 402)];

    // Golden test number one: 0.5153 to four digits; the sheet prints 0.52, and 0.4888 is what leaving out the pupils would give.
    [Fact]
    public void Coefficient_OfTheFivePrintedSchools_IsWeightedByEnrolmentAndNotMet()
    {
        using var judged = Filing.OfBooks(FiveSchools.Select((school, number) =>
            new FiledSchool("210421", string.Concat("小学", "一二三四五".AsSpan(number, 1)), "primary_school").Stage("primary", school.Pupils).Has(("books", school.Books)))).Judge();

        var row = judged.Coefficient("210421", "primary", "books");

        Assert.Equal(302, row.Pupils);
        Assert.Equal(1913, row.Total);
        Assert.Equal(1913.0 / 302, row.Mean!.Value, 12);
        Assert.Equal(0.5153, row.Cv!.Value, 4);
        Assert.Equal(0.4888, row.CvUnweighted!.Value, 4);
        Assert.Equal("not_met", row.Verdict);
    }

    [Fact]
    public void Split_OfThePrintedNineYearSchool_IsOneToOnePointOne()
    {
        using var judged = Filing.OfBooks([new FiledSchool("210421", "九年一贯制", "nine_year_school").Stage("primary", 166).Stage("junior", 210).Has(("books", 23226))]).Judge();

        var primary = judged.School("九年一贯制", "primary", "books");
        var junior = judged.School("九年一贯制", "junior", "books");

        Assert.Equal(23226.0 / 397, primary.Value!.Value, 12);
        Assert.Equal(1.1 * 23226 / 397, junior.Value!.Value, 12);
        Assert.Equal(9711.6, Parts.Number(primary.Numerator), 1);
        Assert.Equal(13514.4, Parts.Number(junior.Numerator), 1);
        Assert.Equal(23226, Parts.Number(primary.Numerator) + Parts.Number(junior.Numerator), 9);
    }
}
