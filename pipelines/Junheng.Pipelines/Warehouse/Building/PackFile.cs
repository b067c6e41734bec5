using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Where the rule pack of a source lies.</summary>
public static class PackFile
{
    /// <returns>The file, or null with a finding; a missing key has been said already.</returns>
    public static NamedFile? Of(Source source, FindingList findings) => source.RulePack.Length == 0
        ? null
        : NamedFile.Find(source.RulePack, source.Folder, ShippedContent.Standards, source.Places["rule_pack"], "SRC-NO-PACK", findings);
}
