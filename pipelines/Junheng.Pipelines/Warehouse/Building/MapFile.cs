using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Where the column map of a source lies.</summary>
public static class MapFile
{
    /// <returns>The file that a source names, or null with a finding.</returns>
    public static NamedFile? Of(Source source, FindingList findings) =>
        NamedFile.Find(source.Map, source.Folder, ShippedContent.Maps, source.Places["map"], "SRC-NO-MAP", findings);
}
