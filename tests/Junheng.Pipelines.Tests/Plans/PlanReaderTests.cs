using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Plans;

/// <summary>What is wrong with a plan is said line by line, all of it at once.</summary>
public sealed class PlanReaderTests
{
    const string Sound = """
        format: 1
        id: small-2024
        title: {zh: 小城方案（示例）, en: Plan of Small Town (synthetic)}
        issuer: {zh: 小城（示例）, en: Small Town (synthetic)}
        level: county
        synthetic: true
        issued_on: 2024-03-01
        note: {zh: 示例, en: synthetic}
        source: synthetic
        departments:
          - {name: 县教育局, en: Education}
          - {name: 县财政局, en: Finance}
        counties:
          - {code: "990101", name: {zh: 小城, en: Small Town}, quote: 小城, standard: {by: 2025, strength: must, quote: 2025年}}
        phases:
          - {id: build, zh: 建设, en: Building, from: 2024-01, to: 2024-12, quote: 建设阶段}
        duties:
          - id: "1"
            section: 一
            zh: 建设
            en: Building
            lead: [县教育局]
            with: [县财政局]
            quote: 牵头单位：县教育局；配合单位：县财政局
            tasks:
              - {id: 1-01, zh: 新建教室, en: New rooms, phase: build, quantity: 4, unit: {zh: 间, en: rooms}, quote: 新建教室4间}
              - {id: 1-02, zh: 每年自查, en: Yearly check, due: {every: year, by: 09-30}, quote: 每年9月30日前自查}
              - {id: 1-03, zh: 早于发文, en: Before the issue, due: {by: 2024-02}, quote: 2月}
        """;

    internal static string Text => Sound;

    [Fact]
    public void Read_SoundPlan_HasNoFindings() => Assert.Empty(Findings(Sound));

    [Theory]
    [InlineData("quote: 新建教室4间", "hint: 新建教室4间", "YAML-UNKNOWN-KEY YAML-MISSING-KEY", 25)]
    [InlineData("lead: [县教育局]", "lead: [县教委]", "YAML-BAD-VALUE", 21)]
    [InlineData("with: [县财政局]", "with: [县教育局]", "PLAN-ID-TWICE", 18)]
    [InlineData("id: 1-02", "id: 1-01", "PLAN-ID-TWICE", 26)]
    [InlineData("by: 09-30", "by: 31-09", "YAML-BAD-VALUE", 26)]
    [InlineData("to: 2024-12", "to: 2023-12", "PLAN-DATES-CROSS", 16)]
    [InlineData("phase: build", "phase: biuld", "YAML-BAD-VALUE", 25)]
    [InlineData("issued_on: 2024-03-01", "issued_on: 1.3.2024", "YAML-BAD-VALUE", 7)]
    [InlineData("strength: must", "strength: may", "YAML-BAD-VALUE", 14)]
    [InlineData(", unit: {zh: 间, en: rooms}", "", "YAML-MISSING-KEY", 25)]
    [InlineData("{code: \"990101\"", "{unit_code: X, host_county: \"990101\", shape: round", "YAML-UNKNOWN-KEY", 14)]
    public void Read_PlanWithAMistake_SaysWhichLine(string old, string now, string codes, int line)
    {
        Assert.Contains(old, Sound, StringComparison.Ordinal);

        var findings = Findings(Sound.Replace(old, now, StringComparison.Ordinal));

        Assert.Equal(codes.Split(' ').Order(), findings.Select(finding => finding.Code).Order());
        Assert.All(findings, finding => Assert.InRange(finding.Place.Row, line, line + 1));
    }

    static FindingList Findings(string text)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Inside);
        var path = Path.Combine(folder.Inside, "plan.yaml");
        File.WriteAllText(path, text);
        var findings = new FindingList();
        PlanReader.Read(path, "plans/plan.yaml", findings);
        return findings;
    }
}
