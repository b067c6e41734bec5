using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>A rule pack with those it extends, resolved into one.</summary>
/// <param name="Texts">The files as written: first the pack's own, then its bases, nearest first. All are part of what a snapshot is made from.</param>
public sealed record PackChain(RulePack Pack, IReadOnlyList<string> Texts)
{
    /// <param name="folder">The source's folder: a pack of its own may extend another of its own.</param>
    /// <returns>The chain, or null with findings.</returns>
    public static PackChain? Read(NamedFile file, string folder, FieldCatalog catalog, FindingList findings) => Read(file, folder, catalog, [], findings);

    static PackChain? Read(NamedFile file, string folder, FieldCatalog catalog, IReadOnlyList<string> above, FindingList findings)
    {
        if (YamlFile.Open(file.Path, file.Name, findings) is not { } root) return null;
        var text = File.ReadAllText(file.Path);
        if (!root.Has("extends")) return RulePackReader.Read(root, catalog, findings) is { } whole ? new PackChain(whole, [text]) : null;

        IReadOnlyList<string> names = [.. above, file.Name];
        if (PackFile.Of(root.TextOr("extends", ""), folder, root.PlaceOf("extends"), "PACK-NO-BASE", findings) is not { } below) return null;
        if (names.Contains(below.Name, StringComparer.Ordinal))
        {
            root.Report("PACK-CYCLE", "extends", string.Join(" → ", [.. names, below.Name]));
            return null;
        }

        return Read(below, folder, catalog, names, findings) is { } basis && RulePackReader.ReadOverlay(root, basis.Pack, catalog, findings) is { } pack
            ? new PackChain(pack, [text, .. basis.Texts])
            : null;
    }
}
