using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Judging.LocalPacks;

/// <summary>What an overlay's reader refuses, and that it says where.</summary>
public sealed class OverlaySlipTests
{
    const string Sound = """
        format: 1
        id: here
        extends: national-2017
        kind: official
        title: {zh: 此地, en: here}
        note: {zh: 此地, en: here}
        source: a paper
        changes:
          - indicator: "18"
            part: a
            threshold: {all: 12}
            clause: 不低于12%
            source: a paper
            certainty: seed
          - parameter: retention
            default: A
            clause: 公式甲
            source: a paper
            certainty: seed
          - limits: {primary: 0.45}
            clause: 不超过0.45
            source: a paper
            certainty: seed
        confirms:
          - school_rule: {need: 6}
            clause: 至少六项
            source: a paper
            certainty: seed
        adds:
          - id: own
            name: {zh: 自有, en: own}
            short: {zh: 自有, en: own}
            dimension: quality
            level: county
            formula: judgement
            need: yes
            clause: 自有
            source: a paper
            certainty: seed
          - part_of: "22"
            id: c
            name: {zh: 丙, en: third}
            level: county
            formula: judgement
            need: yes
            clause: 丙
            source: a paper
            certainty: seed
        departments:
          - {indicators: ["08"], lead: [教育局], with: [财政局], clause: 教育局、财政局, source: a paper, certainty: seed}
        """;

    [Fact]
    public void Overlay_Sound_IsTheBaseButForWhatItSays()
    {
        var (chain, findings) = PackText.Own(Sound);

        Assert.Empty(findings);
        var pack = chain!.Pack;
        Assert.Equal(("here", "national-2017"), (pack.Id, pack.Extends));
        Assert.Equal((12m, "不低于12%"), pack.CountyIndicators.Single(one => one.Id == "18").Parts[0] is var part ? (part.Thresholds["all"].Number!.Value, part.Citation.Clause) : default);
        Assert.Equal(20m, pack.CountyIndicators.Single(one => one.Id == "18").Parts[1].Thresholds["all"].Number);
        Assert.Equal("A", pack.Parameters.Single(one => one.Name == "retention").Default);
        Assert.All(pack.Indicators, one => Assert.Equal((0.45m, 0.45m), (one.Limits["primary"], one.Limits["junior"])));
        Assert.Equal("至少六项", pack.SchoolRule!.Citation.Clause);
        Assert.Equal(33, pack.Indicators.Count + pack.CountyIndicators.Count);
        Assert.Equal(["a", "b", "c"], pack.CountyIndicators.Single(one => one.Id == "22").Parts.Select(one => one.Id));
        Assert.Equal([("教育局", "lead"), ("财政局", "with")], pack.Departments.Select(one => (one.Name, one.Role)));
        Assert.Equal(2, chain.Texts.Count);
    }

    [Theory]
    [InlineData("- indicator: \"18\"", "- indicator: \"81\"", "PACK-UNKNOWN-INDICATOR", 9)]
    [InlineData("    part: a\n", "    part: z\n", "PACK-UNKNOWN-PART", 10)]
    [InlineData("    clause: 不低于12%\n", "", "PACK-NO-QUOTATION", 9)]
    [InlineData("threshold: {all: 12}", "threshold: {all: 10}", "PACK-CHANGE-EQUAL", 11)]
    [InlineData("threshold: {all: 12}", "threshold: {all: 10.0}", "PACK-CHANGE-EQUAL", 11)]
    [InlineData("threshold: {all: 12}", "threshold: {primary: 12}", "YAML-UNKNOWN-KEY", 11)]
    [InlineData("threshold: {all: 12}", "threshold: {all: $nothing}", "YAML-BAD-VALUE", 11)]
    [InlineData("limits: {primary: 0.45}", "limits: {primary: 0.50}", "PACK-CHANGE-EQUAL", 20)]
    [InlineData("default: A", "default: B", "PACK-CHANGE-EQUAL", 16)]
    [InlineData("default: A", "default: C", "PARAMETER-VALUE", 16)]
    [InlineData("- parameter: retention", "- parameter: retained", "PARAMETER-UNKNOWN", 15)]
    [InlineData("school_rule: {need: 6}", "school_rule: {need: 5}", "PACK-CONFIRM-DIFFERS", 25)]
    [InlineData("extends: national-2017", "extends: national-2071", "PACK-NO-BASE", 3)]
    [InlineData("extends: national-2017", "extends: pack.yaml", "PACK-CYCLE", 3)]
    [InlineData("extends: national-2017", "extends: ../pack.yaml", "SRC-PATH-ESCAPES", 3)]
    [InlineData("- id: own", "- id: \"08\"", "PACK-INDICATOR-TWICE", 30)]
    [InlineData("- part_of: \"22\"", "- part_of: \"23\"", "PACK-UNKNOWN-INDICATOR", 40)]
    [InlineData("    id: c\n", "    id: b\n", "PACK-PART-TWICE", 41)]
    [InlineData("indicators: [\"08\"]", "indicators: [\"80\"]", "PACK-UNKNOWN-INDICATOR", 50)]
    [InlineData("with: [财政局]", "with: [教育局]", "PACK-CHANGE-TWICE", 50)]
    [InlineData("lead: [教育局], with: [财政局], ", "", "YAML-MISSING-KEY", 50)]
    [InlineData("confirms:\n  - school_rule: {need: 6}", "confirms:\n  - limits: {junior: 0.45}", null, 0)]
    public void Overlay_WithASlip_IsRefusedWithItsLine(string right, string wrong, string? code, int line)
    {
        Assert.Contains(right, Sound, StringComparison.Ordinal);

        var (chain, findings) = PackText.Own(Sound.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(code is null, chain is not null);
        if (code is not null) Assert.Contains(findings, finding => finding.Code == code && finding.Place.Row == line && finding.Severity == Severity.Error);
    }

    [Fact]
    public void Overlay_SettingOneThingTwice_IsRefused()
    {
        var (chain, findings) = PackText.Own(Sound.Replace("changes:\n", """
            changes:
              - {indicator: "18", part: a, threshold: {all: 15}, clause: 不低于15%, source: a paper, certainty: seed}

            """, StringComparison.Ordinal));

        Assert.Null(chain);
        Assert.Equal("18 a threshold all", Assert.Single(findings, finding => finding.Code == "PACK-CHANGE-TWICE").Value);
    }

    [Fact]
    public void Overlay_OfAnOverlay_AddsToWhatTheFirstSays()
    {
        var (chain, findings) = PackText.Own(
            Sound.Replace("id: here", "id: there", StringComparison.Ordinal).Replace("extends: national-2017", "extends: first.yaml", StringComparison.Ordinal),
            ("first.yaml", """
            format: 1
            id: first
            extends: linxi-2022
            kind: official
            title: {zh: 一, en: first}
            note: {zh: 一, en: first}
            source: a paper
            changes:
              - {indicator: "32", threshold: {all: 90}, clause: 达到90%, source: a paper, certainty: seed}
            """));

        Assert.Empty(findings);
        Assert.Equal(4, chain!.Texts.Count);
        Assert.Equal(["national-2017", "linxi-2022", "first"], chain.Pack.Changes.Select(change => change.Base).Distinct());
        Assert.Equal(90m, chain.Pack.CountyIndicators.Single(one => one.Id == "32").Parts[0].Thresholds["all"].Number);
    }

    [Fact]
    public void Overlays_ThatExtendEachOther_AreRefused()
    {
        var (chain, findings) = PackText.Own(
            Sound.Replace("extends: national-2017", "extends: other.yaml", StringComparison.Ordinal),
            ("other.yaml", Sound.Replace("extends: national-2017", "extends: pack.yaml", StringComparison.Ordinal)));

        Assert.Null(chain);
        Assert.Equal("pack.yaml → other.yaml → pack.yaml", Assert.Single(findings).Value);
    }
}
