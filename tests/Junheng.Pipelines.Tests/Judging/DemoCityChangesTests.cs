using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>What the demo city files about its schools' lives and about checks on site, held against the files themselves.</summary>
[Collection(nameof(DemoCityBuilt))]
public sealed class DemoCityChangesTests(DemoCityBuilt city)
{
    static string[][] Filed(string table) => File.ReadAllLines(RepositoryRoot.File("data-samples/demo-city/changes/" + table))
        .Skip(2).Select(line => line.Split(',')).Where(cells => cells[0] != "合计").ToArray();

    [Fact]
    public void SiteChecks_EachRow_IsAVintageBesideWhatWasFiled()
    {
        var filed = Filed("site-checks.csv");
        var checks = filed.Select(cells => $"{cells[1]} {cells[3]} {cells[4]} {cells[5]} {cells[7]}").Order(StringComparer.Ordinal);

        Assert.Contains(filed, cells => cells[4] != cells[5]);
        Assert.Equal(checks, city.Judged.Query("""
            select concat_ws(' ', found.unit_code, found.field, rtrim(rtrim(cast(filed.amount as varchar), '0'), '.'), rtrim(rtrim(cast(found.amount as varchar), '0'), '.'), cast(found.vintage as varchar))
            from filed_vintage as found
            join filed_vintage as filed on filed.unit_code = found.unit_code and filed.field = found.field and filed.year = found.year and filed.standing = 'superseded'
            where found.standing = 'site_check'
            """).Rows.Select(row => (string)row[0]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Explain_OfASchoolThatWasChecked_SaysWhoFoundWhatAndWhen()
    {
        var (explanation, _) = new Explainer(city.Judged.Reader, CancellationToken.None).Explain("indicator", ["2024", "9901020001", "primary", "06"]);

        var line = Assert.Single(ExplanationText.Of(explanation!, TextBook.In(Language.Zh), 120, all: true).Split('\n'), line => line.Contains("site-checks.csv", StringComparison.Ordinal) && line.Contains("实地查得", StringComparison.Ordinal));
        Assert.Contains("2024-11-14", line, StringComparison.Ordinal);
        Assert.Contains("示例市核查组", line, StringComparison.Ordinal);
    }

    // Whoever came or went in the sample is told of, so that nothing is unexplained; and nobody is told of who stayed.
    [Fact]
    public void Lineage_OfTheSample_ExplainsAllThatComeAndGo()
    {
        var told = Filed("lineage.csv").Where(cells => cells[2] != "更名").Select(cells => $"{cells[0]} {(cells[3].Length > 0 ? cells[3] : cells[1])}").Order(StringComparer.Ordinal);

        Assert.Equal(told, city.Judged.Query("select concat_ws(' ', year, school_code) from school_change where cause in ('entered', 'left')").Rows.Select(row => (string)row[0]!)
            .Concat(city.Judged.Query("select concat_ws(' ', year, school_code_before) from school_link where event = 'merged' and school_code <> school_code_before").Rows.Select(row => (string)row[0]!))
            .Order(StringComparer.Ordinal));
        Assert.Empty(city.Judged.Query("select 1 from school_change where cause in ('unexplained', 'boundary')").Rows);
    }
}
