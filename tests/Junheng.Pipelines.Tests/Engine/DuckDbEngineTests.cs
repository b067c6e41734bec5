using System.Data.Common;
using System.Diagnostics;
using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Tests.Engine;

public sealed class DuckDbEngineTests : IDisposable
{
    // Takes minutes on any machine.
    const string Endless = "SELECT count(*) FROM range(10_000_000) a, range(1_000_000) b WHERE (a.range * b.range) % 7 = 3";

    const string Slow = "SELECT max(list_sum(list_transform(range(100), x -> (x * t.range) % 7))) FROM t";

    readonly ScratchEngine scratch = new();

    DuckDbEngine Engine => scratch.Engine;

    [Fact]
    public void Version_IsTheLibrarys() => Assert.Equal(scratch.Scalar<string>("SELECT version()"), Engine.Version);

    [Theory]
    [InlineData("autoinstall_known_extensions", "false")]
    [InlineData("autoload_known_extensions", "false")]
    [InlineData("threads", "2")]
    [InlineData("preserve_insertion_order", "true")]
    [InlineData("memory_limit", "953.6 MiB")]
    public void Open_Settings_AreOurs(string name, string value) => Assert.Equal(value, scratch.Scalar<string>($"SELECT current_setting('{name}')::VARCHAR"));

    [Fact]
    public void Query_NamedParameters_AreValuesNotSql() =>
        Assert.Equal("O'Brien; DROP", Engine.Query<string>("SELECT $name::VARCHAR", new { name = "O'Brien; DROP" })[0]);

    [Fact]
    public void Query_TextWithNul_IsNotCutShort() => Assert.Equal("a\0b", Engine.Query<string>("SELECT $text::VARCHAR", new { text = "a\0b" })[0]);

    [Fact]
    public void Query_Record_IsFilledByColumnName() =>
        Assert.Equal([new School("01", 640), new School("02", null)], Engine.Query<School>("SELECT * FROM (VALUES ('01', 640), ('02', NULL)) t(code, pupils)"));

    [Fact]
    public void Query_PositionalParameters_BindInOrder()
    {
        using var command = Engine.Connection.CreateCommand();
        command.CommandText = "SELECT ?::INTEGER * 10 + ?::INTEGER";
        foreach (var value in new[] { 4, 2 })
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        Assert.Equal(42, command.ExecuteScalar());
    }

    [Theory]
    [InlineData("SELEC 1", "syntax error at or near \"SELEC\"")]
    [InlineData("FROM no_such_table", "no_such_table does not exist")]
    [InlineData("SELECT 'x'::INTEGER", "Could not convert string 'x' to INT32")]
    [InlineData("SELECT no_such_function(1)", "no_such_function does not exist")]
    [InlineData("SELECT error('县 630122 twice')", "县 630122 twice")]
    public void Execute_WrongSql_SaysWhy(string sql, string message) =>
        Assert.Contains(message, Assert.ThrowsAny<DbException>(() => Engine.Execute(sql)).Message, StringComparison.Ordinal);

    [Fact]
    public void Execute_AfterAnError_WorksAgain()
    {
        Assert.ThrowsAny<DbException>(() => Engine.Execute("SELECT 'x'::INTEGER"));

        Assert.Equal(1, scratch.Scalar<int>("SELECT 1"));
    }

    [Fact]
    public void Execute_SeveralStatements_RunsAll()
    {
        Engine.Execute("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1), (2); INSERT INTO t VALUES (3)");

        Assert.Equal(3, scratch.Scalar<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Transaction_RolledBack_LeavesNothing()
    {
        Engine.Execute("CREATE TABLE t (x INTEGER)");
        using (var transaction = Engine.Connection.BeginTransaction())
        {
            Engine.Execute("INSERT INTO t VALUES (1)");
            transaction.Rollback();
        }

        using (var transaction = Engine.Connection.BeginTransaction())
        {
            Engine.Execute("INSERT INTO t VALUES (2)");
            transaction.Commit();
        }

        Assert.Equal([2], Engine.Query<int>("FROM t"));
    }

    [Fact]
    public void Read_FiftyMillionRows_AreNotHeldInMemory()
    {
        // Three gigabytes if they were held; what other tests use meanwhile is far less.
        using var reader = Engine.Read("SELECT range AS n, 'a text that is longer than twelve bytes ' || range AS t FROM range(50_000_000)");
        var before = Process.GetCurrentProcess().WorkingSet64;
        for (var i = 0L; i < 500_000; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(i, reader.GetInt64(0));
        }

        Assert.True(Process.GetCurrentProcess().WorkingSet64 - before < 1_500_000_000);
    }

    [Fact]
    public void Read_Abandoned_FreesTheConnection()
    {
        using (var reader = Engine.Read("FROM range(10_000_000)"))
        {
            Assert.True(reader.Read());
        }

        Assert.Equal(1, scratch.Scalar<int>("SELECT 1"));
    }

    [Fact]
    public void Read_WrongSql_SaysWhy() => Assert.ThrowsAny<DbException>(() => Engine.Read("FROM no_such_table"));

    [Fact]
    public void Execute_Cancelled_StopsAndWorksAgain() => StopsWhenCancelled(cancellation => Engine.Execute(Endless, cancellation));

    [Fact]
    public void Query_Cancelled_StopsAndWorksAgain() => StopsWhenCancelled(cancellation => Engine.Query<long>(Endless, cancellation: cancellation));

    [Fact]
    public void Read_Cancelled_StopsAndWorksAgain() => StopsWhenCancelled(cancellation =>
    {
        using var reader = Engine.Read(Endless, cancellation);
        reader.Read();
    });

    [Fact]
    public void Execute_CancelledBefore_DoesNotStart() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Engine.Execute("CREATE TABLE t (x INTEGER)", new CancellationToken(canceled: true)));

    [Fact]
    public void QueryProgress_WhileScanning_Rises()
    {
        Assert.Null(Engine.QueryProgress);
        Engine.Execute("CREATE TABLE t AS FROM range(4_000_000)");
        using var cancellation = new CancellationTokenSource();
        var seen = new SortedSet<double>();

        // A thread of its own: the pool may be busy with other tests.
        var observer = new Thread(() =>
        {
            while (!cancellation.IsCancellationRequested)
            {
                seen.Add(Engine.QueryProgress ?? 0);
                if (seen.Count > 3)
                {
                    cancellation.Cancel();
                }

                Thread.Sleep(5);
            }
        });
        observer.Start();
        Assert.ThrowsAny<OperationCanceledException>(() => Engine.Execute(Slow, cancellation.Token));
        observer.Join();

        Assert.Equal(4, seen.Count);
        Assert.All(seen, progress => Assert.InRange(progress, 0, 1));
    }

    [Fact]
    public void Engines_SideBySide_ShareNothing()
    {
        using var other = new ScratchEngine();
        Engine.Execute("CREATE TABLE t AS SELECT 1 AS x");
        other.Engine.Execute("CREATE TABLE t AS SELECT 2 AS x");

        Assert.Equal([1, 2], [scratch.Scalar<int>("FROM t"), other.Scalar<int>("FROM t")]);
    }

    [Fact]
    public void Dispose_WithAReaderOpen_IsQuiet()
    {
        using var other = new ScratchEngine();
        var reader = other.Engine.Read("FROM range(10_000_000)");
        Assert.True(reader.Read());

        other.Engine.Dispose();
        reader.Dispose();
        other.Engine.Dispose();
    }

    public void Dispose() => scratch.Dispose();

    void StopsWhenCancelled(Action<CancellationToken> query)
    {
        // The query takes days: that it ends at all is the proof, and how soon depends on what else the machine does.
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.ThrowsAny<OperationCanceledException>(() => query(cancellation.Token));

        Assert.Equal(1, scratch.Scalar<int>("SELECT 1"));
    }

    sealed record School(string Code, int? Pupils);
}
