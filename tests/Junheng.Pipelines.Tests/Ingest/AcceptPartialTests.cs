namespace Junheng.Pipelines.Tests.Ingest;

public sealed class AcceptPartialTests
{
    [Fact]
    public void Build_ErrorsAccepted_TouchedIsUnknownAndTheRestIsJudged()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "001,小学,900,20,60,50", "001,小学,900,20,60,五十");

        var outcome = source.Build(acceptPartial: true);

        Assert.True(outcome is { Made: true, Snapshot.Catalog.Partial: true });
        var verdicts = outcome.Query(source, """
            select school_code, stage, numerator is null as lacks, verdict from school_indicator
            where part = '' and threshold is not null order by school_code, stage, indicator
            """);
        Assert.Contains(verdicts.Rows, row => row[0] is "001" && row[2] is true);
        Assert.All(verdicts.Rows.Where(row => row[2] is true), row => Assert.Equal("unknown", row[3]));
        Assert.Contains(verdicts.Rows, row => row[0] is "001" && row[3] is "met" or "not_met");
        Assert.DoesNotContain(verdicts.Rows, row => row[0] is not "001" && row[3] is "unknown");
    }

    [Fact]
    public void Build_PlainAfterPartial_RefusesAgain()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "001,小学,900,20,60,50", "001,小学,900,20,60,五十");
        source.Build(acceptPartial: true);

        var outcome = source.Build();

        Assert.True(outcome.Failed);
        Told.Once(outcome.Findings, "CELL-NOT-NUMBER");
    }

    [Fact]
    public void Build_MendedAfterPartial_IsWholeAgain()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "001,小学,900,20,60,50", "001,小学,900,20,60,五十");
        source.Build(acceptPartial: true);
        source.Replace(SmallSource.Stages, "五十", "50");

        var outcome = source.Build();

        Assert.True(outcome is { Made: true, Snapshot.Catalog.Partial: false });
    }

    [Fact]
    public void Build_PartialTwice_IsUnchanged()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "001,小学,900,20,60,50", "001,小学,900,20,60,五十");
        source.Build(acceptPartial: true);

        Assert.False(source.Build(acceptPartial: true).Made);
    }
}
