using Junheng.Models.Findings;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A source may bring its own rule pack, from its own folder and from nowhere else.</summary>
public sealed class RulePackPathTests
{
    [Theory]
    [InlineData("../packs/books.yaml", "SRC-PATH-ESCAPES")]
    [InlineData("packs/../../books.yaml", "SRC-PATH-ESCAPES")]
    [InlineData("/packs/books.yaml", "SRC-PATH-ESCAPES")]
    [InlineData("packs/none.yaml", "SRC-NO-PACK")]
    [InlineData("packs/books", "SRC-NO-PACK")]
    [InlineData("no-such-pack", "SRC-NO-PACK")]
    public void Read_PackThatIsNotBelowTheSource_IsAFinding(string rulePack, string code)
    {
        using var folder = new TemporaryFolder();
        new FilingFolder(folder.Inside, [new FiledSchool("C", "S", "primary_school").Stage("primary", 100)], "packs/books.yaml", [("books", "facility")], []).Write();
        var source = Path.Combine(folder.Inside, "source.yaml");
        File.WriteAllText(source, File.ReadAllText(source).Replace("packs/books.yaml", rulePack, StringComparison.Ordinal));
        var findings = new FindingList();

        var definition = Definition.Read(folder.Inside, new Dictionary<string, string>(StringComparer.Ordinal), null, findings);

        Assert.Null(definition);
        Assert.Equal([code], findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Read_PackBelowTheSource_IsCopiedIntoTheSnapshot()
    {
        using var judged = Filing.OfBooks([new FiledSchool("C", "S", "primary_school").Stage("primary", 100).Has(("books", 100))]).Judge();

        Assert.Equal("books", judged.Snapshot.Catalog.RulePack);
        Assert.Equal(
            File.ReadAllText(Path.Combine(judged.Source, "packs", "books.yaml")),
            File.ReadAllText(Path.Combine(judged.Snapshot.Folder, "used", "rule-pack.yaml")));
    }
}
