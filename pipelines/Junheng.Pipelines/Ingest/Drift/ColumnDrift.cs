namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>What became of one column from the old file to the new one.</summary>
/// <param name="Old">Null for a column that is new.</param>
/// <param name="New">Null for a column that is gone.</param>
/// <param name="Renamed">The header is another; that they are one column is a guess.</param>
/// <param name="Moved">It stands elsewhere among the columns that stayed.</param>
/// <param name="Unit">Its unit is another one, as its header says or its numbers suggest.</param>
public sealed record ColumnDrift(DriftColumn? Old, DriftColumn? New, bool Renamed, bool Moved, UnitChange? Unit)
{
    public bool Gone => New is null;

    public bool Added => Old is null;

    public bool Changed => Gone || Added || Renamed || Moved || Unit is not null;

    /// <summary>How alike the headers are, in percent; null where there is only one.</summary>
    public int? HeaderLikeness => Old is null || New is null ? null : Old.Header.Likeness(New.Header);

    /// <summary>How alike the cells are, in percent; null where there is nothing to compare.</summary>
    public int? ContentsLikeness => Old is null || New is null ? null : Old.Contents.Likeness(New.Contents);
}
