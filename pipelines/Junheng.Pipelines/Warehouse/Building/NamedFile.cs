using Junheng.Models.Findings;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>A file of ours that a source names: one that ships, by its name, or the source's own, by its path below the source's folder.</summary>
/// <param name="Name">How findings call it; never a path of this machine.</param>
public sealed record NamedFile(string Path, string Name)
{
    const string Extension = ".yaml";

    /// <param name="shipped">Folder of those that ship.</param>
    /// <param name="absent">Code of the finding when there is none of that name.</param>
    /// <returns>The file, or null with a finding.</returns>
    public static NamedFile? Find(string said, string sourceFolder, string shipped, Place place, string absent, FindingList findings)
    {
        // Whoever has another country's or county's file brings it along; nothing in the program changes.
        var own = said.EndsWith(Extension, StringComparison.Ordinal);
        if (own && (System.IO.Path.IsPathRooted(said) || said.Split('/', '\\').Contains(".."))) return Refuse("SRC-PATH-ESCAPES");
        var found = own ? new NamedFile(System.IO.Path.Combine(sourceFolder, said), said) : Shipped(said, shipped);
        return found is not null && File.Exists(found.Path) ? found : Refuse(absent);

        NamedFile? Refuse(string code)
        {
            // A missing key has been said already.
            if (said.Length > 0) findings.Add(Finding.Error(code, place, said, ("known", string.Join(", ", Nearest.First(said, Names(shipped))))));
            return null;
        }
    }

    // Only a name that is there: what was said never becomes part of a path by itself.
    static NamedFile? Shipped(string said, string shipped) => Names(shipped).Contains(said, StringComparer.Ordinal)
        ? new NamedFile(System.IO.Path.Combine(shipped, said + Extension), said + Extension)
        : null;

    static IEnumerable<string> Names(string shipped) =>
        Directory.EnumerateFiles(shipped, "*" + Extension).Select(path => System.IO.Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
