namespace Junheng.Models.Fields;

/// <summary>All datasets and their fields. A column map may add quantities of its own, so that another country's data needs no code.</summary>
public sealed record FieldCatalog(IReadOnlyList<Dataset> Datasets)
{
    public Dataset? Find(string dataset) => Datasets.FirstOrDefault(found => found.Name == dataset);

    /// <summary>The catalog with more quantities in one dataset.</summary>
    public FieldCatalog With(string dataset, IEnumerable<Field> quantities) => new(
        Datasets.Select(set => set.Name == dataset ? set with { Fields = [.. set.Fields, .. quantities] } : set).ToList());

    /// <summary>The dataset a quantity is filed in; null when no dataset has it.</summary>
    public Dataset? Home(string quantity) =>
        Datasets.FirstOrDefault(set => set.Find(quantity) is { Kind: FieldKind.Quantity });
}
