using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>What stands around the rows of a sheet: view, column widths, print set-up.</summary>
static class SheetFrame
{
    const uint A4 = 9;

    public static void WriteTop(OpenXmlWriter writer, SheetLayout layout, StyleTable styles)
    {
        writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new X.SheetViews(ViewOf(layout)));
        writer.WriteElement(new X.SheetFormatProperties { DefaultRowHeight = 15 });
        if (layout.Columns.Count == 0) return;
        writer.WriteElement(new X.Columns(layout.Columns.Select((column, index) => new X.Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = styles.IndexOf(column.Style ?? CellStyle.Plain),
        })));
    }

    public static void WriteBottom(OpenXmlWriter writer, SheetLayout layout)
    {
        writer.WriteElement(new X.PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new X.PageSetup
        {
            PaperSize = A4,
            Orientation = layout.Landscape ? X.OrientationValues.Landscape : X.OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        // An ampersand begins a command there.
        var frame = new X.HeaderFooter();
        if (layout.PageHead.Length > 0) frame.Append(new X.OddHeader("&R" + layout.PageHead.Replace("&", "&&", StringComparison.Ordinal)));
        frame.Append(new X.OddFooter("&L&A&R&P / &N"));
        writer.WriteElement(frame);
    }

    static X.SheetView ViewOf(SheetLayout layout)
    {
        var view = new X.SheetView { WorkbookViewId = 0 };
        if (layout.FrozenRows == 0 && layout.FrozenColumns == 0) return view;
        var pane = new X.Pane
        {
            TopLeftCell = CellRange.Address(layout.FrozenColumns + 1, layout.FrozenRows + 1),
            State = X.PaneStateValues.Frozen,
            ActivePane = layout.FrozenColumns == 0 ? X.PaneValues.BottomLeft : layout.FrozenRows == 0 ? X.PaneValues.TopRight : X.PaneValues.BottomRight,
        };
        if (layout.FrozenRows > 0) pane.VerticalSplit = layout.FrozenRows;
        if (layout.FrozenColumns > 0) pane.HorizontalSplit = layout.FrozenColumns;
        view.Append(pane);
        return view;
    }
}
