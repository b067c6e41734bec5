using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Documents.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>A short table is not torn between pages; a long one breaks between rows, never after its head or before its last row.</summary>
public sealed class TableLayoutTests
{
    static Table Of(int rows, params string[] cells) => new(
        "表1", [new Run("示例")], [.. cells.Select(_ => Cell("栏目"))],
        [.. Enumerable.Range(0, rows).Select(_ => (IReadOnlyList<IReadOnlyList<Run>>)[.. cells.Select(Cell)])], [.. cells.Select(cell => char.IsAsciiDigit(cell[0]))]);

    static IReadOnlyList<Run> Cell(string text) => [new Run(text)];

    static List<W.TableRow> RowsOf(Table table) => [.. WordTables.Of(table, 8844, _ => []).Elements<W.TableRow>()];

    static bool StaysWithNext(W.TableRow row) => row.Elements<W.TableCell>().All(cell => cell.Descendants<W.KeepNext>().Any());

    [Fact]
    public void ShortTable_EveryRowStaysWithTheNext() =>
        Assert.Equal([.. Enumerable.Repeat(true, 9), false], RowsOf(Of(9, "示例县", "1")).ConvertAll(StaysWithNext));

    [Fact]
    public void LongTable_BreaksBetweenItsFirstAndLastRows()
    {
        var rows = RowsOf(Of(40, "示例县", "1"));

        Assert.Equal([0, 1, 2, 39], rows.Select((row, index) => (row, index)).Where(one => StaysWithNext(one.row)).Select(one => one.index));
        Assert.All(rows, row => Assert.Single(row.Descendants<W.CantSplit>()));
        Assert.Equal([0], rows.Select((row, index) => (row, index)).Where(one => one.row.Descendants<W.TableHeader>().Any()).Select(one => one.index));
    }

    // Twelve rows of two lines are more than twenty.
    [Fact]
    public void Length_IsOfLinesNotOfRows()
    {
        Assert.True(TableLength.StaysWhole(Of(12, "示例县")));
        Assert.False(TableLength.StaysWhole(Of(12, new string('县', 60))));
    }

    // 156 mm hold 84 halves of a character: the sentence breaks, the amount keeps its unit.
    [Fact]
    public void Amount_KeepsItsUnitWhereWordsCanBreak() => Assert.InRange(ColumnShares.Of(Of(3, new string('县', 60), "13,885.74 平方米"))[1], 16, 20);

    [Fact]
    public void WordsAfterNumbers_StandOff()
    {
        var cells = RowsOf(Of(3, "示例县", "6", "未达标"))[1].Elements<W.TableCell>().Select(cell => cell.Descendants<W.TableCellMargin>().Any());

        Assert.Equal([false, false, true], cells);
    }
}
