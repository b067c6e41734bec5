using System.Data.Common;

namespace Junheng.Pipelines.Tests.Engine;

public sealed class LockDownTests : IDisposable
{
    readonly ScratchEngine scratch = new();
    readonly string outside = Directory.CreateTempSubdirectory("junheng-outside-").FullName;

    public LockDownTests()
    {
        Directory.CreateDirectory(scratch.PathTo("allowed"));
        scratch.Engine.Execute($"COPY (SELECT 42 AS x) TO '{scratch.PathTo("allowed/t.parquet")}' (FORMAT parquet)");
        scratch.Engine.Execute($"COPY (SELECT 43 AS x) TO '{Path.Combine(outside, "t.parquet")}' (FORMAT parquet)");
        scratch.Engine.LockDown([scratch.PathTo("allowed")]);
    }

    [Fact]
    public void Read_InsideAllowedDirectory_Works() => Assert.Equal(42, scratch.Scalar<int>($"FROM '{scratch.PathTo("allowed/t.parquet")}'"));

    [Theory]
    [InlineData("FROM '{outside}/t.parquet'")]
    [InlineData("FROM read_parquet('{allowed}/../../{name}/t.parquet')")]
    [InlineData("FROM read_csv('/etc/passwd')")]
    [InlineData("FROM read_text('/etc/passwd')")]
    [InlineData("FROM glob('{outside}/*')")]
    [InlineData("COPY (SELECT 1) TO '{outside}/new.csv'")]
    [InlineData("EXPORT DATABASE '{outside}/export'")]
    [InlineData("ATTACH '{outside}/new.duckdb' AS d")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD '{outside}/x.duckdb_extension'")]
    [InlineData("SET threads = 1")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("SET allowed_directories = ['/']")]
    [InlineData("SET temp_directory = '{outside}'")]
    [InlineData("RESET memory_limit")]
    [InlineData("PRAGMA threads = 1")]
    public void Execute_WhatReachesOut_IsRefused(string sql)
    {
        var text = sql.Replace("{outside}", outside, StringComparison.Ordinal)
            .Replace("{allowed}", scratch.PathTo("allowed"), StringComparison.Ordinal)
            .Replace("{name}", Path.GetFileName(outside), StringComparison.Ordinal);

        Assert.ThrowsAny<DbException>(() => scratch.Engine.Execute(text));

        Assert.Equal("t.parquet", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(outside))));
    }

    [Fact]
    public void Execute_OrderingMoreThanMemoryHolds_SpillsAndCloses()
    {
        using var small = new ScratchEngine(threads: 2, memoryLimit: "50MB");
        small.Engine.LockDown([small.Folder]);

        small.Engine.Execute("CREATE TABLE t AS SELECT range AS n, hash(range) AS h, md5(range::VARCHAR) AS text FROM range(1_000_000) ORDER BY h");

        Assert.Equal(1_000_000, small.Scalar<long>("SELECT count(*) FROM t"));
        Assert.NotEqual(0, small.Scalar<long>("SELECT count(*) FROM duckdb_temporary_files()"));
    }

    public void Dispose()
    {
        scratch.Dispose();
        Directory.Delete(outside, recursive: true);
    }
}
