using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Tests.Judging.LocalPacks;

/// <summary>Reads packs: those that ship, and texts as a source would bring them.</summary>
static class PackText
{
    public static RulePack Shipped(string name) =>
        Read(new NamedFile(Path.Combine(ShippedContent.Standards, name + ".yaml"), name + ".yaml"), ShippedContent.Standards).Chain!.Pack;

    public static (PackChain? Chain, FindingList Findings) Own(string text, params (string Name, string Text)[] others)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Inside);
        foreach (var (name, other) in others.Append(("pack.yaml", text))) File.WriteAllText(Path.Combine(folder.Inside, name), other);
        return Read(new NamedFile(Path.Combine(folder.Inside, "pack.yaml"), "pack.yaml"), folder.Inside);
    }

    static (PackChain? Chain, FindingList Findings) Read(NamedFile file, string folder)
    {
        var findings = new FindingList();
        return (PackChain.Read(file, folder, FieldCatalogReader.Read(ShippedContent.Fields, findings), findings), findings);
    }
}
