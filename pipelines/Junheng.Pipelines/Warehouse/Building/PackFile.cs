using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Where the rule pack of a source lies: one that ships, by its name, or the source's own, by its path below the source's folder.</summary>
/// <param name="Name">How findings call it; never a path of this machine.</param>
public sealed record PackFile(string Path, string Name)
{
    const string Extension = ".yaml";

    /// <returns>The file, or null with a finding.</returns>
    public static PackFile? Of(Source source, FindingList findings) =>
        source.RulePack.EndsWith(Extension, StringComparison.Ordinal) ? Own(source, findings) : Shipped(source, findings);

    // Whoever has another country's or county's rules brings them along; nothing in the program changes.
    static PackFile? Own(Source source, FindingList findings)
    {
        if (System.IO.Path.IsPathRooted(source.RulePack) || source.RulePack.Split('/', '\\').Contains("..")) return Refuse("SRC-PATH-ESCAPES", source, findings);
        var path = System.IO.Path.Combine(source.Folder, source.RulePack);
        return File.Exists(path) ? new PackFile(path, source.RulePack) : Refuse("SRC-NO-PACK", source, findings);
    }

    static PackFile? Shipped(Source source, FindingList findings) => Names().Contains(source.RulePack, StringComparer.Ordinal)
        ? new PackFile(System.IO.Path.Combine(ShippedContent.Standards, source.RulePack + Extension), source.RulePack + Extension)
        : Refuse("SRC-NO-PACK", source, findings);

    static PackFile? Refuse(string code, Source source, FindingList findings)
    {
        // A missing key has been said already.
        if (source.RulePack.Length > 0)
            findings.Add(Finding.Error(code, source.Places["rule_pack"], source.RulePack, ("known", string.Join(", ", Nearest.First(source.RulePack, Names())))));
        return null;
    }

    static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(ShippedContent.Standards, "*" + Extension).Select(path => System.IO.Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
