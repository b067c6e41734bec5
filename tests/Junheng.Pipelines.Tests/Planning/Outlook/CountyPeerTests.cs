using Junheng.Pipelines.Tests.Ingest;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>Likeness worked out by hand: counties of one urban school each, of 100, 200 and 800 pupils, and one whose pupils were not filed.</summary>
public sealed class CountyPeerTests
{
    // In ln 2 they stand at 0, 1 and 3: mean 4/3, standard deviation √(42/27) = 1.247219. Size and size of schools are the same trait here, hence √2; all are urban, which tells none apart.
    [Fact]
    public void Peers_AreNearestInStandardDeviations()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Schools, "代码,名称,县,类型,城乡,举办者\n1,一,A,小学,城区,公办\n2,二,B,小学,城区,公办\n3,三,C,小学,城区,公办\n4,四,D,小学,城区,公办\n");
        source.Write(SmallSource.Stages, "代码,学段,在校生,班数,教师,本科,硕士,骨干,体育,音乐,美术\n1,小学,100,,,,,,,,\n2,小学,200,,,,,,,,\n3,小学,800,,,,,,,,\n4,小学,,,,,,,,,\n");
        source.Write(SmallSource.Facilities, source.Read(SmallSource.Facilities).Split('\n')[0] + "\n");

        var outcome = source.Build(library: SmallBuild.Whole.For(["county_peer"]));

        Assert.Equal(
            ["A|B|1|1.133893", "A|C|2|3.40168", "B|A|1|1.133893", "B|C|2|2.267787", "C|B|1|2.267787", "C|A|2|3.40168"],
            outcome.Query(source, "select county_code, peer_code, place, distance::double from county_peer order by county_code, place").Rows.Select(LedgerTests.Join));
    }
}
