using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Mapping;

namespace Junheng.Pipelines.Tests.Ingest.Drift;

/// <summary>A map with what was pasted into it, read as any other.</summary>
static class PastedMap
{
    public static FieldCatalog Catalog => FieldCatalogReader.Read(ShippedContent.Fields, []);

    public static IReadOnlyList<Layout> Layouts(string map, string dataset)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, map);
            var findings = new FindingList();
            var read = ColumnMapReader.Read(path, "map.yaml", Catalog, findings);
            Assert.Empty(findings);
            return read!.Value.Map.Datasets[dataset];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
