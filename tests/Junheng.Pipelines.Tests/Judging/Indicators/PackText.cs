using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>A rule pack as text, and what its reader finds in it.</summary>
static class PackText
{
    public static FindingList Findings(string text)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Inside);
        var path = Path.Combine(folder.Inside, "pack.yaml");
        File.WriteAllText(path, text);
        var findings = new FindingList();
        RulePackReader.Read(path, "pack.yaml", FieldCatalogReader.Read(ShippedContent.Fields, findings), findings);
        return findings;
    }
}
