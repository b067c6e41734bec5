using System.Globalization;
using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Tests.Engine;

public sealed class TableWriterTests : IDisposable
{
    static readonly TableColumn Row = new("row", "INTEGER", Nullable: false);
    static readonly TableColumn Text = new("text", "VARCHAR", Nullable: true);

    readonly ScratchEngine scratch = new();

    public static TheoryData<string?> Cells => new(Difficult);

    static readonly string?[] Difficult =
    [
        null, "", " ", "  x ", "\"", "\"\"", "a\"b", "a,b", ",", "\n", "\r\n", "\r", "a\nb", "a\r\nb", "a\rb", "\0", "a\0b", "NULL", "\\N", "#", "'", "\\",
        "\uFEFF", "\uFEFFx", "\t", "均衡", "😀", "𠮷野家", "\u0001", "\u001F", "end",
        new string('长', 100_000), new string('"', 100_001), string.Concat(Enumerable.Repeat("😀", 70_000)),
    ];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Write_OneCell_ComesBackAsItWas(string? cell) => Assert.Equal([cell], RoundTrip([cell]));

    [Fact]
    public void Write_AllCellsTogether_ComeBackInOrder()
    {
        Assert.Equal(Difficult, RoundTrip(Difficult));
    }

    [Fact]
    public void Write_RowAboveTwoMegabytes_ComesBack()
    {
        var text = new string('长', 1_500_000);

        Assert.Equal([text], RoundTrip([text]));
    }

    [Fact]
    public void Write_OneColumnOfMissing_KeepsItsRows()
    {
        using var writer = TableWriter.Create(scratch.Folder, [Text]);
        writer.Write([null]);
        writer.Write([""]);
        writer.Write([null]);

        writer.Complete(scratch.Engine, scratch.PathTo("t.parquet"), ["text"]);

        Assert.Equal(["", null, null], scratch.Engine.Query<string?>($"SELECT text FROM '{scratch.PathTo("t.parquet")}'"));
    }

    [Fact]
    public void Complete_NoRows_WritesTypedEmptyTable()
    {
        using var writer = TableWriter.Create(scratch.Folder, [Row, new("share", "DECIMAL(38,12)", Nullable: true)]);

        writer.Complete(scratch.Engine, scratch.PathTo("t.parquet"), ["row"]);

        Assert.Equal(0, scratch.Scalar<long>($"SELECT count(*) FROM '{scratch.PathTo("t.parquet")}'"));
        Assert.Equal("DECIMAL(38,12)", scratch.Scalar<string>($"SELECT typeof(any_value(share)) FROM '{scratch.PathTo("t.parquet")}'"));
    }

    [Fact]
    public void Complete_SameRows_SameBytesOnOneAndTwoThreads()
    {
        using var one = new ScratchEngine(threads: 1);

        Assert.Equal(Bytes(one, seed: 1), Bytes(scratch, seed: 2));

        static byte[] Bytes(ScratchEngine scratch, int seed)
        {
            var rows = Enumerable.Range(0, 250_000).ToArray();
            new Random(seed).Shuffle(rows);
            using var writer = TableWriter.Create(scratch.Folder, [Row, Text]);
            foreach (var row in rows)
            {
                var name = "school " + (row * 7919L % 1000).ToString(CultureInfo.InvariantCulture);
                writer.Write(row.ToString(CultureInfo.InvariantCulture), row % 7 == 0 ? null : name);
            }

            writer.Complete(scratch.Engine, scratch.PathTo("t.parquet"), ["row"]);
            return File.ReadAllBytes(scratch.PathTo("t.parquet"));
        }
    }

    [Fact]
    public void Complete_CellOfAnotherType_SaysWhichColumnAndValue()
    {
        using var writer = TableWriter.Create(scratch.Folder, [Row]);
        writer.Write("twelve");

        var error = Assert.ThrowsAny<System.Data.Common.DbException>(() => writer.Complete(scratch.Engine, scratch.PathTo("t.parquet"), ["row"]));

        Assert.Contains("twelve", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(scratch.Folder, "*.parquet*"));
    }

    [Fact]
    public void Write_MissingWhereNeverMissing_IsRefused()
    {
        using var writer = TableWriter.Create(scratch.Folder, [Row]);

        var error = Assert.Throws<ArgumentException>(() => writer.Write([null]));

        Assert.Contains("Row 1 has no row", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OddColumnNames_AreQuoted()
    {
        using var writer = TableWriter.Create(scratch.Folder, [new("select \"的\" 'x'", "VARCHAR", Nullable: true)]);
        writer.Write("v");

        writer.Load(scratch.Engine, "odd \"table\"", ["select \"的\" 'x'"]);

        Assert.Equal("v", scratch.Scalar<string>("FROM \"odd \"\"table\"\"\""));
    }

    [Fact]
    public void Dispose_RemovesTheStagedRows()
    {
        var folder = scratch.PathTo("staged");

        using (var writer = TableWriter.Create(folder, [Text]))
        {
            writer.Write("v");
            Assert.Single(Directory.GetFiles(folder));
        }

        Assert.Empty(Directory.GetFiles(folder));
    }

    public void Dispose() => scratch.Dispose();

    IReadOnlyList<string?> RoundTrip(string?[] cells)
    {
        using var writer = TableWriter.Create(scratch.Folder, [Row, Text]);
        for (var i = 0; i < cells.Length; i++)
        {
            writer.Write(i.ToString(CultureInfo.InvariantCulture), cells[i]);
        }

        writer.Complete(scratch.Engine, scratch.PathTo("t.parquet"), ["row"]);
        return scratch.Engine.Query<string?>($"SELECT text FROM '{scratch.PathTo("t.parquet")}' ORDER BY row");
    }
}
