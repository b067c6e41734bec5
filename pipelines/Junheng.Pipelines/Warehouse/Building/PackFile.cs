using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Where a rule pack lies: one that ships, by its name, or the source's own, by its path below the source's folder.</summary>
/// <param name="Name">How findings call it; never a path of this machine.</param>
public sealed record PackFile(string Path, string Name)
{
    const string Extension = ".yaml";

    /// <returns>The file that a source names, or null with a finding.</returns>
    public static PackFile? Of(Source source, FindingList findings) => Of(source.RulePack, source.Folder, source.Places["rule_pack"], "SRC-NO-PACK", findings);

    /// <param name="reference">The name of a pack that ships, or a path below <paramref name="folder"/>.</param>
    /// <param name="place">Where the reference stands.</param>
    /// <param name="unknown">The code that says there is no such pack.</param>
    public static PackFile? Of(string reference, string folder, Place place, string unknown, FindingList findings)
    {
        // Whoever has another country's or county's rules brings them along; nothing in the program changes.
        var own = reference.EndsWith(Extension, StringComparison.Ordinal);
        if (own && (System.IO.Path.IsPathRooted(reference) || reference.Split('/', '\\').Contains(".."))) return Refuse("SRC-PATH-ESCAPES");
        var file = own
            ? new PackFile(System.IO.Path.Combine(folder, reference), reference)
            : new PackFile(System.IO.Path.Combine(ShippedContent.Standards, reference + Extension), reference + Extension);
        return (own && File.Exists(file.Path)) || Names().Contains(reference, StringComparer.Ordinal) ? file : Refuse(unknown);

        PackFile? Refuse(string code)
        {
            // A missing key has been said already.
            if (reference.Length > 0) findings.Add(Finding.Error(code, place, reference, ("known", string.Join(", ", Nearest.First(reference, Names())))));
            return null;
        }
    }

    static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(ShippedContent.Standards, "*" + Extension).Select(path => System.IO.Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
