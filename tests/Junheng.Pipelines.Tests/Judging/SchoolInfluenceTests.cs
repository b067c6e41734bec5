namespace Junheng.Pipelines.Tests.Judging;

/// <summary>What a school does to its county's coefficient, held against changing the school and computing again.</summary>
[Collection(nameof(DemoCityBuilt))]
public sealed class SchoolInfluenceTests(DemoCityBuilt city)
{
    // A worsening county, one on the border and an even one; split and unsplit indicators.
    const string Chosen = "year = 2024 and county_code in ('990102', '990104', '990105') and indicator in ('01', '04', '05', '06')";

    [Fact]
    public void VarianceShares_OfACounty_AddUpToOne() => Assert.All(
        city.Judged.Query("select sum(variance_share) from school_influence group by year, county_code, stage, indicator").Rows,
        row => Assert.Equal(1.0, (double)row[0]!, 9));

    [Fact]
    public void ChangePerUnit_IsWhatAddingALittleDoes() => Assert.All(Groups(), group => Assert.All(group, member =>
    {
        // A millionth of the school's own: small beside the county, large beside the noise of doubles.
        var little = Math.Max(member.Whole, 1) * 1e-6;
        var change = (Cv(group, member, little) - Cv(group, member, -little)) / (2 * little);

        Assert.Equal(change, member.ChangePerUnit, Math.Abs(change) * 1e-4 + 1e-14);
        Assert.Equal(member.MoreHelps, change < 0);
    }));

    [Fact]
    public void BreaksAfter_BringsTheCoefficientToItsLimit()
    {
        var breaking = Groups().SelectMany(group => group.Where(member => member.BreaksAfter is not null).Select(member => (group, member))).ToList();

        Assert.NotEmpty(breaking);
        Assert.All(breaking, one => Assert.Equal(one.member.Limit, Cv(one.group, one.member, one.member.BreaksAfter!.Value), 9));
    }

    [Fact]
    public void Warning_IsWithinATenthOfWhatTheSchoolHas()
    {
        var members = Groups().SelectMany(group => group).ToList();

        Assert.Contains(members, member => member.Warning);
        Assert.All(members, member => Assert.Equal(member.BreaksAfter <= member.Whole / 10, member.Warning));
    }

    [Fact]
    public void MoreHelps_WhereTheCountyFails_HasNothingToBreak() =>
        Assert.Empty(city.Judged.Query("""
            select 1 from school_influence join county_coefficient using (year, county_code, stage, indicator)
            where breaks_after is not null and (more_helps or verdict <> 'met' and flags not like '%missing%')
            """).Rows);

    // The coefficient with the quantity of one whole school changed, in plain doubles.
    static double Cv(IReadOnlyList<Member> group, Member changed, double by)
    {
        var schools = group.Select(member => (member.Pupils, Amount: member.Amount + (ReferenceEquals(member, changed) ? by * member.Share : 0))).ToList();
        var mean = schools.Sum(school => school.Amount) / schools.Sum(school => school.Pupils);
        var variance = schools.Sum(school => school.Pupils * Math.Pow((school.Amount / school.Pupils) - mean, 2)) / schools.Sum(school => school.Pupils);
        return Math.Sqrt(variance) / mean;
    }

    List<IReadOnlyList<Member>> Groups() => city.Judged.Query($"""
        select county_code || stage || indicator, denominator::double, numerator::double, whole_quantity::double,
            weight::double * denominator::double / weighted_pupils::double, cv_limit::double, cv_change_per_unit, more_helps, breaks_after, warning
        from school_influence
        join school_indicator using (year, school_code, stage, indicator, county_code)
        join county_coefficient using (year, county_code, stage, indicator)
        where {Chosen} and part = ''
        order by all
        """).Rows.Select(row => new Member(
            (string)row[0]!, (double)row[1]!, (double)row[2]!, (double)row[3]!, (double)row[4]!, (double)row[5]!,
            (double)row[6]!, (bool)row[7]!, (double?)row[8], (bool)row[9]!))
        .GroupBy(member => member.Group).Select(IReadOnlyList<Member> (group) => group.ToList()).ToList();

    sealed record Member(
        string Group, double Pupils, double Amount, double Whole, double Share, double Limit, double ChangePerUnit, bool MoreHelps, double? BreaksAfter, bool Warning);
}
