namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>What must be known of a sheet before its first row is written.</summary>
/// <param name="Columns">Width and style of the columns, from A on.</param>
/// <param name="FrozenRows">Rows that stay while the others scroll; they are printed on every page.</param>
/// <param name="FrozenColumns">Columns that stay.</param>
/// <param name="Landscape">How it is printed; always as wide as one page.</param>
public sealed record SheetLayout(IReadOnlyList<SheetColumn> Columns, int FrozenRows = 0, int FrozenColumns = 0, bool Landscape = true)
{
    /// <summary>Stands above every printed page: 示例数据, internal.</summary>
    public string PageHead { get; init; } = "";

    public static SheetLayout OfWidths(params double[] widths) => new(widths.Select(width => new SheetColumn(width)).ToList());
}

/// <param name="Width">In characters.</param>
/// <param name="Style">Of the cells that nobody has written yet: what a person types there takes it.</param>
public sealed record SheetColumn(double Width, CellStyle? Style = null);
