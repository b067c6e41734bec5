using Junheng.Models.Fields;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Which column of a filed table is which of our fields, dataset by dataset and year by year. Written as <c>maps/*.yaml</c>.</summary>
/// <param name="Fields">Quantities of this source that the catalog lacks, by the dataset they are filed in.</param>
/// <param name="Computed">Quantities made from others of the same row once all its parts are joined: dataset, field, how.</param>
/// <param name="Text">The file as written: it is copied into the snapshot, so the cells can be read again.</param>
public sealed record ColumnMap(
    string Id,
    ILookup<string, Field> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<Layout>> Datasets,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, ColumnRule>> Computed,
    string Text);
