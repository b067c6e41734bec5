using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>The pack as it ships: complete, quoted word for word, and restated truly in the docs; and what its reader refuses.</summary>
public sealed class NationalPackTests
{
    static readonly string Path = System.IO.Path.Combine(ShippedContent.Standards, "national-2017.yaml");

    [Fact]
    public void Pack_HasAllThirtyTwo()
    {
        var pack = Read(File.ReadAllText(Path)).Pack!;

        var ids = pack.Indicators.Select(indicator => indicator.Id).Concat(pack.CountyIndicators.Select(indicator => indicator.Id));
        Assert.Equal(Enumerable.Range(1, 32).Select(number => number.ToString("00", CultureInfo.InvariantCulture)), ids);
    }

    [Fact]
    public void Clauses_AreTheWordsOfTheSeed()
    {
        // Without the shared data there is nothing to hold them against.
        if (SharedData.Find() is not { } shared) return;
        var seed = File.ReadAllText(System.IO.Path.Combine(shared, "seeds", "fushun-2020.txt"));

        Assert.All(Parts(), part => Assert.Contains(part.Part.Citation.Clause, seed, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_RestatesEveryPart()
    {
        var lines = File.ReadAllLines(RepositoryRoot.File("docs/method/indicators.md"));

        Assert.All(Parts(), part =>
        {
            var line = Assert.Single(lines, line => line.StartsWith($"| {$"{part.Indicator} {part.Part.Id}".Trim()} |", StringComparison.Ordinal));
            Assert.Contains($"| {part.Part.Citation.Clause} | {part.Part.Citation.Certainty} |", line, StringComparison.Ordinal);
            Assert.All(part.Part.Thresholds.Values, threshold =>
                Assert.Contains(threshold.Parameter is { } name ? " $" + name : " " + threshold.Number!.Value.ToString("0.######", CultureInfo.InvariantCulture), line, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("formula: survey", "formula: poll", "YAML-BAD-VALUE")]
    [InlineData("level: class\n", "level: county\n", "YAML-BAD-VALUE")]
    [InlineData("comparison: at_most", "comparison: below", "YAML-BAD-VALUE")]
    [InlineData("$special_school_quota", "$special_quota", "YAML-BAD-VALUE")]
    [InlineData("parameter: retention", "parameter: retained", "YAML-BAD-VALUE")]
    [InlineData("  B: {numerator: [junior_graduates]", "  C: {numerator: [junior_graduates]", "YAML-MISSING-KEY")]
    [InlineData("numerator: [special_funds]", "numerator: [special_money]", "PACK-UNKNOWN-FIELD")]
    [InlineData("denominator: [special_pupils]", "denominator: [pupils]", "PACK-MIXED-FIELDS")]
    [InlineData("      - id: d\n", "      - id: c\n", "PACK-PART-TWICE")]
    [InlineData("scope: neighbourhood", "scope: neighborhood", "YAML-BAD-VALUE")]
    [InlineData("    lists: [extended]", "    lists: [longer]", "YAML-BAD-VALUE")]
    [InlineData("applies_to: special_school", "applies_to: special", "YAML-BAD-VALUE")]
    public void Pack_WithASlip_IsRefused(string right, string wrong, string code)
    {
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);

        var (pack, findings) = Read(text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(pack);
        Assert.Contains(findings, finding => finding.Code == code);
    }

    [Fact]
    public void OpenPoints_EveryParameterValueAndException_IsDocumented()
    {
        var pack = Read(File.ReadAllText(Path)).Pack!;
        var page = File.ReadAllLines(RepositoryRoot.File("docs/method/open-points.md"));

        Assert.All(pack.Parameters, parameter =>
        {
            var row = Assert.Single(page, line => line.StartsWith($"| `{parameter.Name}` |", StringComparison.Ordinal));
            Assert.All(parameter.Choices, choice => Assert.Contains($"`{choice}`", row, StringComparison.Ordinal));
            Assert.StartsWith($"| `{parameter.Name}` | `{parameter.Default}`", row, StringComparison.Ordinal);
        });
        Assert.All(pack.Exceptions, exception => Assert.Single(page, line => line.StartsWith($"| `{exception.Id}` | {exception.Indicator} |", StringComparison.Ordinal)));
    }

    static List<(string Indicator, IndicatorPart Part)> Parts() =>
        Read(File.ReadAllText(Path)).Pack!.CountyIndicators.SelectMany(indicator => indicator.Parts.Select(part => (indicator.Id, part))).ToList();

    static (RulePack? Pack, FindingList Findings) Read(string text)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Inside);
        var path = System.IO.Path.Combine(folder.Inside, "pack.yaml");
        File.WriteAllText(path, text);
        var findings = new FindingList();
        return (RulePackReader.Read(path, "pack.yaml", FieldCatalogReader.Read(ShippedContent.Fields, findings), findings), findings);
    }
}
