namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>How much of a file is read before it is refused: wide enough for every table a county files, narrow enough that no file takes the machine down.</summary>
public sealed record ReadingBounds
{
    public static readonly ReadingBounds Default = new();

    /// <summary>Of a workbook as it lies on disk.</summary>
    public long WorkbookBytes { get; init; } = 64L << 20;

    /// <summary>Of a workbook's parts together, unfolded.</summary>
    public long WorkbookBytesUnfolded { get; init; } = 1L << 30;

    /// <summary>How many times its size a workbook may unfold to; small ones may do as they like.</summary>
    public int UnfoldingRatio { get; init; } = 200;

    /// <summary>Below this the ratio is not looked at: sheets of blank, formatted cells fold very small.</summary>
    public long RatioFrom { get; init; } = 64L << 20;

    /// <summary>Of a text file; that of an archive unfolded.</summary>
    public long TextBytes { get; init; } = 4L << 30;

    public int ArchiveEntries { get; init; } = 5_000;

    public int Sheets { get; init; } = 256;

    /// <summary>Of one sheet; a spreadsheet program allows no more.</summary>
    public int Rows { get; init; } = 1_048_576;

    public int Columns { get; init; } = 4_096;

    /// <summary>Characters of one line of text.</summary>
    public int CharactersInALine { get; init; } = 8 << 20;

    public int CharactersInACell { get; init; } = 100_000;
}
