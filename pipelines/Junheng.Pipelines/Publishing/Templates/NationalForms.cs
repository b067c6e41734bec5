using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>What the forms are made from: the shipped field catalog, and the national pack for the words it lists.</summary>
public static class NationalForms
{
    public const string PackName = "national-2017";

    /// <summary>What ships is sound; a test holds it.</summary>
    public static (FieldCatalog Catalog, RulePack Pack) Read()
    {
        var findings = new FindingList();
        var catalog = FieldCatalogReader.Read(ShippedContent.Fields, findings);
        var file = new NamedFile(Path.Combine(ShippedContent.Standards, PackName + ".yaml"), PackName);
        return (catalog, PackChain.Read(file, ShippedContent.Standards, catalog, findings)?.Pack ?? throw new InvalidOperationException($"The pack {PackName} does not read."));
    }
}
