using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>How long a table is in print, and so whether it stays whole. A longer one may break between rows, under its repeated head.</summary>
static class TableLength
{
    /// <summary>Lines that take less than two thirds of an official page, head included.</summary>
    const int Short = 20;

    public static bool StaysWhole(Table table) => Lines(table) <= Short;

    static int Lines(Table table)
    {
        var widths = ColumnShares.Of(table);
        return table.Rows.Append(table.Head).Sum(row => row.Select((cell, column) => LinesOf(DocumentModel.Plain(cell), widths[column])).DefaultIfEmpty(1).Max());
    }

    static int LinesOf(string text, int width) => Math.Max(1, (DisplayWidth.Of(text) + width - 1) / width);
}
