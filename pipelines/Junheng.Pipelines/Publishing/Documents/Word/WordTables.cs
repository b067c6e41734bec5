using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Pipelines.Publishing.Documents.Word;

/// <summary>Three-line tables whose head is repeated on every page and whose rows do not break; a short one stays whole.</summary>
static class WordTables
{
    /// <summary>Rows under the head before a long table may break.</summary>
    const int Together = 3;

    public static W.Table Of(Table table, int across, Func<IReadOnlyList<Run>, IEnumerable<OpenXmlElement>> runs)
    {
        var widths = Widths(table, across).ToList();
        var word = new W.Table(
            new W.TableProperties(
                new W.TableWidth { Type = W.TableWidthUnitValues.Pct, Width = "5000" },
                new W.TableBorders(Line<W.TopBorder>(12), Line<W.BottomBorder>(12)),
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableCellMarginDefault(
                    new W.TableCellLeftMargin { Type = W.TableWidthValues.Dxa, Width = 60 },
                    new W.TableCellRightMargin { Type = W.TableWidthValues.Dxa, Width = 60 })),
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        var whole = TableLength.StaysWhole(table);
        word.Append(Row(table.Head, isHead: true, keep: true));
        word.Append(table.Rows.Select((row, index) => Row(row, isHead: false, keep: whole ? index < table.Rows.Count - 1 : index < Together - 1 || index == table.Rows.Count - 2)));
        return word;

        W.TableRow Row(IReadOnlyList<IReadOnlyList<Run>> cells, bool isHead, bool keep)
        {
            var properties = new W.TableRowProperties(new W.CantSplit());
            if (isHead) properties.Append(new W.TableHeader());
            var row = new W.TableRow(properties);
            for (var column = 0; column < cells.Count; column++) row.Append(Cell(cells[column], column, isHead, keep));
            return row;
        }

        W.TableCell Cell(IReadOnlyList<Run> content, int column, bool isHead, bool keep)
        {
            var properties = new W.TableCellProperties(new W.TableCellWidth { Type = W.TableWidthUnitValues.Dxa, Width = widths[column].ToString(CultureInfo.InvariantCulture) });
            if (isHead) properties.Append(new W.TableCellBorders(Line<W.BottomBorder>(6)));
            if (ColumnShares.FollowsNumbers(table, column)) properties.Append(new W.TableCellMargin(new W.LeftMargin { Type = W.TableWidthUnitValues.Dxa, Width = "240" }));
            properties.Append(new W.TableCellVerticalAlignment { Val = isHead ? W.TableVerticalAlignmentValues.Bottom : W.TableVerticalAlignmentValues.Top });
            var style = new W.ParagraphProperties(new W.ParagraphStyleId { Val = ColumnShares.IsWide(table) ? "WideTableText" : "TableText" });
            if (keep) style.Append(new W.KeepNext());
            if (column < table.Right.Count && table.Right[column]) style.Append(new W.Justification { Val = W.JustificationValues.Right });
            var paragraph = new W.Paragraph(style);
            paragraph.Append(runs(isHead ? [.. content.Select(run => run with { Bold = true })] : content));
            return new W.TableCell(properties, paragraph);
        }
    }

    static IEnumerable<int> Widths(Table table, int across)
    {
        var shares = ColumnShares.Of(table);
        return shares.Select(share => across * share / shares.Sum());
    }

    static T Line<T>(uint eighths)
        where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = eighths, Space = 0, Color = "1A1A1A" };
}
