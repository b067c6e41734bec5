using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Tests.Publishing.Templates;

/// <summary>The forms of every dataset that ships, with the words of the national pack.</summary>
static class ShippedForms
{
    static readonly FindingList Findings = new();

    public static FieldCatalog Catalog { get; } = FieldCatalogReader.Read(ShippedContent.Fields, Findings);

    public static RulePack Pack { get; } =
        PackChain.Read(new NamedFile(Path.Combine(ShippedContent.Standards, "national-2017.yaml"), "national-2017"), "", Catalog, Findings)!.Pack;

    public static IReadOnlyList<FilingForm> All { get; } = FilingForm.All(Catalog.Datasets, Pack);
}
