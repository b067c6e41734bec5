namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>
/// What became of a file's rows for one dataset. In = loaded + quarantined + not data, always. A form counts as one row, that of its code; its other rows are no
/// data. Sheets that no layout of the dataset reads are not counted.
/// </summary>
public sealed record RowCount(string File, string Dataset)
{
    public long RowsIn { get; set; }

    public long Loaded { get; set; }

    public long Quarantined { get; set; }

    public long NotData { get; set; }

    public bool Accounted => RowsIn == Loaded + Quarantined + NotData;
}
