using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>Slips in our own formats: each is told with its line and what was probably meant.</summary>
public sealed class DefinitionFaultTests
{
    [Theory]
    [InlineData(SmallSource.Yaml, "synthetic: true", "synthetic: [true", "YAML-SYNTAX", 4)]
    [InlineData(SmallSource.Yaml, "synthetic: true", "synthetik: true", "YAML-UNKNOWN-KEY", 4)]
    [InlineData(SmallSource.Yaml, "synthetic: true", "synthetic: yes", "YAML-BAD-VALUE", 4)]
    [InlineData(SmallSource.Yaml, "as_of: 2024-12-31", "as_of: 31.12.2024", "YAML-BAD-VALUE", 5)]
    [InlineData(SmallSource.Yaml, "as_of: 2024-12-31\n", "", "YAML-MISSING-KEY", 1)]
    [InlineData(SmallSource.Yaml, "id: small\n", "", "YAML-MISSING-KEY", 1)]
    [InlineData(SmallSource.Yaml, "format: 1", "format: 2", "YAML-FORMAT", 1)]
    [InlineData(SmallSource.Yaml, "duplicates: error", "duplicates: last", "YAML-BAD-VALUE", 9)]
    [InlineData(SmallSource.Yaml, "rule_pack: national-2017", "rule_pack: national-2071", "SRC-NO-PACK", 6)]
    [InlineData(SmallSource.Yaml, "map: maps/small.yaml", "map: maps/smal.yaml", "SRC-NO-MAP", 7)]
    [InlineData(SmallSource.Yaml, "map: maps/small.yaml", "map: statistics-wid", "SRC-NO-MAP", 7)]
    [InlineData(SmallSource.Yaml, "map: maps/small.yaml", "map: ../small.yaml", "SRC-PATH-ESCAPES", 7)]
    [InlineData(SmallSource.Yaml, "\"{year}/stages.csv\"", "\"{year}/stage.csv\"", "SRC-NO-FILES", 14)]
    [InlineData(SmallSource.Yaml, "\"{year}/stages.csv\"", "\"../{year}/stages.csv\"", "SRC-PATH-ESCAPES", 14)]
    [InlineData(SmallSource.Yaml, "\"{year}/stages.csv\"", "/etc/passwd", "SRC-PATH-ESCAPES", 14)]
    [InlineData(SmallSource.Yaml, "\"{year}/stages.csv\"", "\"{year}/schools.csv\"", "SRC-FILE-TWICE", 14)]
    [InlineData(SmallSource.Yaml, "parameters: {}", "parameters: {missing_schol: unknown}", "PARAMETER-UNKNOWN", 10)]
    [InlineData(SmallSource.Yaml, "parameters: {}", "parameters: {missing_school: ignore}", "PARAMETER-VALUE", 10)]
    [InlineData(SmallSource.Map, "teachers: 教师", "teacher: 教师", "MAP-UNKNOWN-FIELD", 25)]
    [InlineData(SmallSource.Map, "unit: 万元", "unit: 百元", "YAML-BAD-VALUE", 41)]
    [InlineData(SmallSource.Map, "{from: 仪器（万元）, unit: 万元}", "{form: 仪器（万元）}", "MAP-ONE-EXPRESSION", 41)]
    [InlineData(SmallSource.Map, "teachers: 教师", "teachers: {constant: many}", "YAML-BAD-VALUE", 25)]
    [InlineData(SmallSource.Map, "teachers: 教师", "teachers: {sum: []}", "YAML-BAD-VALUE", 25)]
    [InlineData(SmallSource.Map, "teachers: 教师", "teachers: {from: [教师, 本科]}", "YAML-BAD-VALUE", 25)]
    [InlineData(SmallSource.Map, "teachers: 教师", "teachers: {quotient: [教师]}", "YAML-BAD-VALUE", 25)]
    [InlineData(SmallSource.Map, "school_name: 名称", "school_name: {sum: [名称, 县]}", "MAP-NOT-A-QUANTITY", 11)]
    [InlineData(SmallSource.Map, "        county_code: 县\n", "", "MAP-REQUIRED-FIELD", 10)]
    [InlineData(SmallSource.Map, "years: 2020-2024\n      columns", "years: 2024-2020\n      columns", "YAML-BAD-VALUE", 35)]
    [InlineData(SmallSource.Map, "years: 2020-2024\n      columns", "years: 2020-2024\n      header_row: 0\n      columns", "YAML-BAD-VALUE", 36)]
    [InlineData(SmallSource.Map, "  facility:", "  facilities:", "YAML-BAD-VALUE", 35)]
    [InlineData(SmallSource.Map, "镇区: town", "镇区: village", "YAML-BAD-VALUE", 14)]
    public void Build_SlipInADefinition_IsToldOnceWithItsLine(string file, string old, string now, string code, int line)
    {
        using var source = new SmallSource();
        source.Replace(file, old, now);

        var findings = source.Findings();

        var finding = Told.Once(findings, code);
        Assert.Equal(line, finding.Place.Row);
        Assert.True(findings.Count == 1, Told.Codes(findings));
    }

    [Fact]
    public void Build_SlipsInSourceAndMap_AreToldTogether()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Yaml, "synthetic: true", "synthetik: true");
        source.Replace(SmallSource.Map, "teachers: 教师", "teacher: 教师");

        var findings = source.Findings();

        Assert.StartsWith("synthetic", Told.Once(findings, "YAML-UNKNOWN-KEY").Facts["known"], StringComparison.Ordinal);
        Assert.StartsWith("teachers", Told.Once(findings, "MAP-UNKNOWN-FIELD").Facts["known"], StringComparison.Ordinal);
    }

    [Fact]
    public void Build_DatasetWithoutLayouts_IsAFinding()
    {
        using var source = new SmallSource();
        var map = source.Read(SmallSource.Map);
        source.Write(SmallSource.Map, map[..map.IndexOf("  facility:", StringComparison.Ordinal)] + "  facility: []\n");

        Assert.Equal(34, Told.Once(source.Findings(), "YAML-MISSING-KEY").Place.Row);
    }

    [Fact]
    public void Build_DatasetTheMapLacks_IsAFinding()
    {
        using var source = new SmallSource();
        var map = source.Read(SmallSource.Map);
        source.Write(SmallSource.Map, map[..map.IndexOf("  facility:", StringComparison.Ordinal)]);

        Assert.Equal("facility", Told.Once(source.Findings(), "MAP-NO-DATASET").Value);
    }

    [Fact]
    public void Build_YamlNestedWithoutEnd_IsAFindingAndNotACrash()
    {
        using var source = new SmallSource();
        source.Append(SmallSource.Yaml, "deep: " + new string('[', 100_000));

        Told.Once(source.Findings(), "YAML-SYNTAX");
    }

    [Fact]
    public void Build_LinkOutOfTheFolder_IsNotFollowed()
    {
        using var source = new SmallSource();
        var outside = Path.Combine(source.Root, "outside.csv");
        File.Move(source.PathOf(SmallSource.Stages), outside);
        File.CreateSymbolicLink(source.PathOf(SmallSource.Stages), outside);

        Assert.Equal(14, Told.Once(source.Findings(), "SRC-NO-FILES").Place.Row);
    }

    [Fact]
    public void Build_UnknownParameterOnTheCommandLine_NamesThoseThereAre()
    {
        using var source = new SmallSource();

        var finding = Told.Once(source.Build(set: new Dictionary<string, string> { ["missing"] = "x" }).Findings, "PARAMETER-UNKNOWN");

        Assert.Contains("missing_school", finding.Facts["known"], StringComparison.Ordinal);
        Assert.Equal(new Place("--set"), finding.Place);
    }
}
