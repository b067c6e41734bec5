namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The comparisons beside the coefficient: Gini, Theil and its division, ranges.</summary>
[Collection(nameof(DemoCityBuilt))]
public sealed class InequalityTests(DemoCityBuilt city)
{
    // Oracle 07: the reference values that public test suites print for this vector (Gini of population form).
    static readonly int[] Reference = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];

    [Fact]
    public void GiniAndTheil_OfTheReferenceVector_AreAsPrinted()
    {
        using var judged = Filing.OfBooks(Reference.Select((books, number) =>
            new FiledSchool("210421", "S" + (char)('a' + number), "primary_school").Stage("primary", 100).Has(("books", books * 100)))).Judge();

        var row = Assert.Single(judged.Query("select gini, theil from county_coefficient where stage = 'primary'").Rows);

        Assert.Equal(0.462091130267624, (double)row[0]!, 12);
        Assert.Equal(0.3623412, (double)row[1]!, 7);
    }

    [Fact]
    public void Theil_OfEveryCounty_IsWhatLiesWithinAndBetweenAreas()
    {
        var rows = city.Judged.Query("select theil, theil_within, theil_between, areas from county_inequality").Rows;

        Assert.NotEmpty(rows);
        Assert.Contains(rows, row => (int)row[3]! > 1 && (double)row[2]! > 1e-6);
        Assert.All(rows, row => Assert.Equal((double)row[0]!, (double)row[1]! + (double)row[2]!, 12));
    }

    [Fact]
    public void Theil_BetweenAreas_IsThatOfTheAreasAsOneSchoolEach()
    {
        var schools = city.Judged.Query("""
            select school.area, sum(numerator::double), sum(denominator::double)
            from school_indicator join school using (year, school_code)
            where school_indicator.year = 2024 and school_indicator.county_code = '990104' and stage = 'primary' and indicator = '05'
            group by all order by all
            """).Rows.Select(row => (Amount: (double)row[1]!, Pupils: (double)row[2]!)).ToList();
        var (amount, pupils) = (schools.Sum(area => area.Amount), schools.Sum(area => area.Pupils));
        var expected = schools.Sum(area => area.Amount / amount * Math.Log(area.Amount / area.Pupils / (amount / pupils)));

        var between = (double)city.Judged.Query("select theil_between from county_inequality where year = 2024 and county_code = '990104' and stage = 'primary' and indicator = '05'").Rows[0][0]!;

        Assert.Equal(expected, between, 12);
    }

    [Fact]
    public void Range_OfEveryCounty_IsThatOfItsSchools() => Assert.Empty(city.Judged.Query("""
        select year, county_code, stage, indicator
        from county_inequality
        join (
            select year, county_code, stage, indicator, min(value) as least, max(value) as most
            from school_indicator where value is not null group by all
        ) using (year, county_code, stage, indicator)
        where abs(value_min - least) > 1e-9 * most or abs(value_max - most) > 1e-9 * most or abs(range_ratio - most / least) > 1e-9 * range_ratio
        """).Rows);
}
