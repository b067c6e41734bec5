using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Where the column map of a source lies.</summary>
public static class MapFile
{
    /// <returns>The file that a source names, or null with a finding.</returns>
    public static NamedFile? Of(Source source, FindingList findings) =>
        Find(source.Map, source.Folder, source.Places["map"], findings);

    /// <summary>How a snapshot calls the maps that its map stands on, counted in their order from 1.</summary>
    public static string KeptAs(int number) => FormattableString.Invariant($"map-with-{number}.yaml");

    /// <summary>A map that another stands on: one that ships, or one of the same source.</summary>
    public static NamedFile? Find(string said, string folder, Place place, FindingList findings) =>
        NamedFile.Find(said, folder, ShippedContent.Maps, place, "SRC-NO-MAP", findings);
}
