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
    string Text)
{
    /// <summary>The texts of the maps it stands on, in their order.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>This map with another's layouts behind its own; what both compute is computed this map's way.</summary>
    public ColumnMap Before(ColumnMap other) => this with
    {
        Fields = Fields.Concat(other.Fields).SelectMany(set => set.Select(field => (set.Key, Field: field))).ToLookup(pair => pair.Key, pair => pair.Field, StringComparer.Ordinal),
        Datasets = Joined(Datasets, other.Datasets, (ours, theirs) => [.. ours, .. theirs]),
        Computed = Joined(Computed, other.Computed, (ours, theirs) => theirs.Concat(ours).GroupBy(pair => pair.Key).ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value, StringComparer.Ordinal)),
        With = [.. With, other.Text],
    };

    static Dictionary<string, T> Joined<T>(IReadOnlyDictionary<string, T> ours, IReadOnlyDictionary<string, T> theirs, Func<T, T, T> join) => ours.Keys.Union(theirs.Keys)
        .ToDictionary(name => name, name => !ours.TryGetValue(name, out var own) ? theirs[name] : theirs.TryGetValue(name, out var their) ? join(own, their) : own, StringComparer.Ordinal);
}
