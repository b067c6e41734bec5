using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Snapshots;

public sealed class OlderSnapshotTests
{
    [Fact]
    public void Query_OfATableThatIsNewerThanTheSnapshot_NamesIt()
    {
        using var source = new SmallSource();
        var snapshot = source.Build().Snapshot!;
        var older = snapshot with { Catalog = snapshot.Catalog with { Tables = [.. snapshot.Catalog.Tables.Where(table => table.Name != "county_procedure")] } };
        using var reader = SnapshotReader.Open(older, new EngineOptions(1, "1GB", Path.Combine(source.Root, "scratch")));

        Assert.Equal("county_procedure", Assert.Throws<OlderSnapshotException>(() => reader.Query("select * from county_procedure", CancellationToken.None)).Table);
        // A slip in a query is still a slip.
        Assert.False(Assert.ThrowsAny<Exception>(() => reader.Query("select no_such_column from school", CancellationToken.None)) is OlderSnapshotException);
    }
}
