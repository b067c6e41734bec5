using System.Data.Common;
using Dapper;
using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Tests.Engine;

/// <summary>Several connections to one database, as System.Data.Common knows them.</summary>
public sealed class DuckDbFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("junheng-file-").FullName;

    [Fact]
    public void TwoConnections_ToOneFile_SeeWhatIsCommitted()
    {
        using var writer = Open();
        using var reader = Open();
        writer.Execute("CREATE TABLE t (x INTEGER)");

        using (var transaction = writer.BeginTransaction())
        {
            writer.Execute("INSERT INTO t VALUES (1)", transaction: transaction);
            Assert.Equal(0, reader.QuerySingle<long>("SELECT count(*) FROM t"));
            transaction.Commit();
        }

        Assert.Equal(1, reader.QuerySingle<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void TwoConnections_OnTwoThreads_RunAtOnce()
    {
        using var first = Open();
        using var second = Open();
        var sums = new long[2];

        Parallel.Invoke(
            () => sums[0] = first.QuerySingle<long>("SELECT sum(range)::BIGINT FROM range(3_000_000)"),
            () => sums[1] = second.QuerySingle<long>("SELECT sum(range)::BIGINT FROM range(3_000_000)"));

        Assert.Equal([4_499_998_500_000, 4_499_998_500_000], sums);
    }

    [Fact]
    public void ClosedFile_OpensAgainWithItsRows()
    {
        using (var connection = Open())
        {
            connection.Execute("CREATE TABLE t AS SELECT 7 AS x");
        }

        using var again = Open();
        Assert.Equal(7, again.QuerySingle<int>("FROM t"));
    }

    [Fact]
    public void Dispose_ConnectionBeforeItsCommand_IsQuiet()
    {
        var connection = Open();
        var command = connection.CreateCommand();
        command.CommandText = "FROM range(5000)";
        var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        connection.Dispose();
        command.Dispose();
        reader.Dispose();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    DbConnection Open() => DuckDbFactory.Open(Path.Combine(folder, "t.duckdb"));
}
