using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Where the column map of a source lies: one that ships, by its name, or the source's own, by its path below the source's folder.</summary>
/// <param name="Name">How findings call it; never a path of this machine.</param>
public sealed record MapFile(string Path, string Name)
{
    const string Extension = ".yaml";

    /// <returns>The file, or null with a finding.</returns>
    public static MapFile? Of(Source source, FindingList findings)
    {
        // A missing key has been said already.
        if (source.Map.Length == 0) return null;
        if (source.Map.EndsWith(Extension, StringComparison.Ordinal)) return Own(source, findings);
        if (Names().Contains(source.Map, StringComparer.Ordinal)) return new MapFile(System.IO.Path.Combine(ShippedContent.Maps, source.Map + Extension), source.Map + Extension);
        findings.Add(Finding.Error("SRC-NO-MAP", source.Places["map"], source.Map, ("known", string.Join(", ", Nearest.First(source.Map, Names())))));
        return null;
    }

    static MapFile? Own(Source source, FindingList findings)
    {
        if (!System.IO.Path.IsPathRooted(source.Map) && !source.Map.Split('/', '\\').Contains("..")) return new MapFile(System.IO.Path.Combine(source.Folder, source.Map), source.Map);
        findings.Add(Finding.Error("SRC-PATH-ESCAPES", source.Places["map"], source.Map));
        return null;
    }

    static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(ShippedContent.Maps, "*" + Extension).Select(path => System.IO.Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
