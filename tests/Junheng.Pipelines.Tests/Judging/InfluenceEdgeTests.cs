namespace Junheng.Pipelines.Tests.Judging;

/// <summary>Influence where nothing can be divided or nothing is left: equal schools, one school, all in one hand, a coefficient on its limit.</summary>
public sealed class InfluenceEdgeTests(InfluenceEdgeTests.Built built) : IClassFixture<InfluenceEdgeTests.Built>
{
    // Nobody differs: adding to one drives them apart, so more does not help, and there is no variance to share.
    [Fact]
    public void EqualSchools_MoreDoesNotHelp_AndNothingIsShared() => Assert.Equal(["- false - true false", "- false - true false"], Rows("e"));

    [Fact]
    public void SingleSchool_HasNoInfluence() => Assert.Empty(Rows("s"));

    [Fact]
    public void CountyWithNothing_HasNoInfluence() => Assert.Empty(Rows("n"));

    // Where one school has all, it stands exactly at x̄(1 + CV²): a little more or less changes nothing.
    [Fact]
    public void SchoolThatHasAll_StandsOnTheTurningPoint() => Assert.Equal(["0.5 false 0.0 false false", "0.5 true -0.0025 false false"], Rows("a"));

    // 3 : 1 is 0.5 exactly: the richer school may have no more at all.
    [Fact]
    public void CoefficientOnTheLimit_BreaksAtOnce()
    {
        var rich = Assert.Single(built.Judged.Query("select breaks_after, warning, more_helps from school_influence where school_code = 'l1'").Rows);

        Assert.Equal(0.0, (double)rich[0]!, 9);
        Assert.Equal((true, false), ((bool)rich[1]!, (bool)rich[2]!));
    }

    IEnumerable<string> Rows(string county) => built.Judged.Query($"""
        select concat_ws(' ', coalesce(cast(round(variance_share, 9) as varchar), '-'), more_helps, coalesce(cast(round(cv_change_per_unit, 9) as varchar), '-'), breaks_after is not null, warning)
        from school_influence where county_code = '{county}' order by school_code
        """).Rows.Select(row => (string)row[0]!);

    public sealed class Built : IDisposable
    {
        internal Judged Judged { get; } = Filing.OfBooks(
        [
            School("e", 1, 500), School("e", 2, 500), School("s", 1, 500), School("n", 1, 0), School("n", 2, 0), School("a", 1, 800), School("a", 2, 0), School("l", 1, 300), School("l", 2, 100),
        ]).Judge("school_influence");

        public void Dispose() => Judged.Dispose();

        static FiledSchool School(string county, int number, int books) =>
            new FiledSchool(county, FormattableString.Invariant($"{county}{number}"), "primary_school").Stage("primary", 100).Has(("books", books));
    }
}
