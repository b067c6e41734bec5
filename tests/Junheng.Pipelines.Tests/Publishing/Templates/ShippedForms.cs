using Junheng.Models.Fields;
using Junheng.Models.Rules;
using Junheng.Pipelines.Publishing.Templates;

namespace Junheng.Pipelines.Tests.Publishing.Templates;

/// <summary>The forms of every dataset that ships, with the words of the national pack.</summary>
static class ShippedForms
{
    static readonly (FieldCatalog Catalog, RulePack Pack) Shipped = NationalForms.Read();

    public static FieldCatalog Catalog => Shipped.Catalog;

    public static IReadOnlyList<FilingForm> All { get; } = FilingForm.All(Shipped.Catalog.Datasets, Shipped.Pack);
}
