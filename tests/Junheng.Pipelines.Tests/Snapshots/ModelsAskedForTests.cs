using Junheng.Pipelines.Tests.Ingest;

namespace Junheng.Pipelines.Tests.Snapshots;

/// <summary>Most tests judge no further than they ask: what is made then is to the byte what a whole build makes.</summary>
public sealed class ModelsAskedForTests
{
    [Fact]
    public void For_TheTablesAskedFor_MakesThemAsAWholeBuildDoes()
    {
        using var source = new SmallSource();
        using var other = new SmallSource();

        var whole = source.Build(library: SmallBuild.Whole).Snapshot!.Catalog.Tables.ToDictionary(table => table.Name, table => table.Sha256, StringComparer.Ordinal);
        var asked = other.Build().Snapshot!.Catalog.Tables;

        Assert.All(asked, table => Assert.Equal(whole[table.Name], table.Sha256));
        Assert.All([.. SmallBuild.Asked, "coefficient_ties", "failed_check"], name => Assert.Contains(asked, table => table.Name == name));
        Assert.DoesNotContain(asked, table => table.Name is "ranking" or "projection" or "county_verdict");
    }
}
