using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Where a rule pack lies.</summary>
public static class PackFile
{
    /// <returns>The file that a source names, or null with a finding.</returns>
    public static NamedFile? Of(Source source, FindingList findings) => Of(source.RulePack, source.Folder, source.Places["rule_pack"], "SRC-NO-PACK", findings);

    /// <param name="reference">The name of a pack that ships, or a path below <paramref name="folder"/>.</param>
    /// <param name="place">Where the reference stands.</param>
    /// <param name="unknown">The code that says there is no such pack.</param>
    public static NamedFile? Of(string reference, string folder, Place place, string unknown, FindingList findings) =>
        NamedFile.Find(reference, folder, ShippedContent.Standards, place, unknown, findings);
}
