using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Documents.Binding;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>How sentences read where there is none, one, or nothing known.</summary>
[Collection(BriefedCityCollection.Name)]
public sealed partial class ProseTests(BriefedCity briefed)
{
    [Theory]
    [InlineData("card", "zh", "stages", "3|3|0|0", "应评学校学段3个，达标3个。")]
    [InlineData("card", "en", "stages", "1|0|1|0", "Of 1 school-stage none met; 1 did not.")]
    [InlineData("card", "en", "stages", "2|1|0|1", "Of 2 school-stages 1 met; 1 cannot be judged.")]
    [InlineData("county", "zh", "stages", "2|0|0|2", "应评学校学段2个，没有达标的，不能判定2个。")]
    [InlineData("county", "zh", "stages", "", "这套规则没有学校综合判定。")]
    [InlineData("county", "en", "stages", "1|1|0|0", "Of 1 school-stage, 1 met the school rule.")]
    [InlineData("county", "en", "stages", "", "These rules have no verdict on schools.")]
    public void Stages_ReadAsNumbersStand(string kind, string language, string query, string values, string sentence)
    {
        var cells = values.Length == 0 ? [] : values.Split('|').Select(value => (object?)int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        IReadOnlyList<object?> row = cells.Count == 0 ? [] : [.. cells, cells[0] is 1 ? "school-stage" : "school-stages"];
        Assert.Contains(sentence, Text(kind, language, query, new RowSet(["stages", "met", "not_met", "unknown", "noun"], row.Count == 0 ? [] : [row])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", 14, 0, 0, null, "已能判定的差异系数14个，没有超过限值的。")]
    [InlineData("zh", 13, 1, 1, "小学运动场馆0.608", "已能判定的差异系数13个，超过限值的1个：小学运动场馆0.608；另有1个不能判定。")]
    [InlineData("en", 1, 1, 0, "primary sports area 0.608", "Coefficients that can be judged: 1; over the limit: 1 (primary sports area 0.608).")]
    [InlineData("en", 0, 0, 14, null, "Coefficients that can be judged: 0; none is over the limit; unknown: 14.")]
    public void Coefficients_ReadAsNumbersStand(string language, int known, int over, int unknown, string? names, string sentence) =>
        Assert.Contains(sentence, Text("county", language, "coefficient_counts", new RowSet(["known", "over_limit", "unknown", "over_names"], [[known, over, unknown, names]])), StringComparison.Ordinal);

    [Theory]
    [InlineData("zh", 1, 1, 0, 0, "到2024年应达到目标的县（区）1个：望溪县（2024）。按本年数据测算，其中达标1个。")]
    [InlineData("zh", 2, 0, 1, 1, "其中没有达标的，未达标1个，不能判定1个。")]
    [InlineData("en", 1, 0, 1, 0, "Counties planned so far: 1; by this year's numbers none met every condition; 1 did not.")]
    public void Due_ReadsAsNumbersStand(string language, int counties, int met, int notMet, int unknown, string sentence) =>
        Assert.Contains(sentence, Text("city", language, "due", new RowSet(["counties", "met", "not_met", "unknown", "names"], [[counties, met, notMet, unknown, "望溪县（2024）"]])), StringComparison.Ordinal);

    [Theory]
    [InlineData("card", "zh", "校际差异|未达标|4 教学用房、5 运动场馆、6 仪器设备、7 多媒体教室|—", "一票否决|未达标|重点班|—")]
    [InlineData("county", "en", "Differences|not met|4 Teaching area, 5 Sports area, 6 Equipment, 7 Multimedia rooms|—", "Vetoes|not met|Key classes|—")]
    public void Dimensions_NameCoefficientsAndVetoesThatFail(string kind, string language, string coefficients, string vetoes)
    {
        var rows = briefed.RowsOf(Read(kind, language), kind, language == "zh" ? Language.Zh : Language.En, "990104")["dimensions"].Rows.Select(row => string.Join('|', row)).ToList();

        Assert.Contains(coefficients, rows);
        Assert.Contains(vetoes, rows);
    }

    [Theory]
    [InlineData("zh", "数据来源中没有实施方案（计划），没有任务和期限可列。", "没有已过期限而未销号")]
    [InlineData("en", "The source has no plan, and so no tasks and no dates.", "past its day")]
    public void City_WithoutAPlan_SaysSoAndNothingOfItsTasks(string language, string sentence, string unsaid)
    {
        var text = Text("city", language, "planned", new RowSet(["plans"], []));

        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, text, StringComparison.Ordinal);
    }

    // Of each county the table of all counties counts what the table of problems lists, and of each shortcoming every county is judged or unknown, not both.
    [Theory]
    [InlineData("zh", "；")]
    [InlineData("en", "; ")]
    public void Tables_OfTheCity_CountAnIndicatorOnce(string language, string between)
    {
        var rows = briefed.RowsOf(Read("city", language), "city", language == "zh" ? Language.Zh : Language.En);
        string Of(string query, int row, string column) => RowFormats.Text(rows[query][row, column]);
        var listed = Enumerable.Range(0, rows["problems"].Rows.Count).ToLookup(row => Of("problems", row, "county_code"), row => Of("problems", row, "problem").Split(between).Length);

        Assert.All(Enumerable.Range(0, rows["county_rows"].Rows.Count), row =>
            Assert.Equal(listed[Of("county_rows", row, "county_code")].Sum().ToString(System.Globalization.CultureInfo.InvariantCulture), Of("county_rows", row, "indicators").Split(' ')[0]));
        Assert.All(Enumerable.Range(0, rows["shortcomings"].Rows.Count), row =>
            Assert.InRange(Convert.ToInt32(rows["shortcomings"][row, "judged"], System.Globalization.CultureInfo.InvariantCulture) + Convert.ToInt32(rows["shortcomings"][row, "unknown"], System.Globalization.CultureInfo.InvariantCulture), 1, rows["county_rows"].Rows.Count));
    }

    [Fact]
    public void Incomplete_None_IsSaidSo()
    {
        foreach (var kind in new[] { "city", "county", "card" })
        {
            Assert.Contains("已全部报送，各项均可判定。", Text(kind, "zh", "incomplete", new RowSet([], [])), StringComparison.Ordinal);
            Assert.Contains("was received, and everything can be judged.", Text(kind, "en", "incomplete", new RowSet([], [])), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EnglishUnits_OfOne_AreSingular()
    {
        foreach (var (kind, query, column) in new[] { ("card", "resources", "lacking"), ("county", "measures", "lacking"), ("school", "indicators", "has"), ("school", "measures", "lacking") })
        {
            var template = Read(kind, "en");
            var rows = briefed.RowsOf(template, kind, Language.En)[query];
            Assert.All(Enumerable.Range(0, rows.Rows.Count), row => Assert.DoesNotMatch(@"(?<![\d.,])1 (teachers|rooms|schools)", RowFormats.Text(rows[row, column])));
        }
    }

    string Text(string kind, string language, string query, RowSet instead)
    {
        var template = Read(kind, language);
        var rows = new Dictionary<string, RowSet>(briefed.RowsOf(template, kind, language == "zh" ? Language.Zh : Language.En), StringComparer.Ordinal) { [query] = instead };
        var (text, _, faults) = TemplateBinder.Bind(template.Text, rows);
        Assert.Empty(faults);
        return Escape().Replace(string.Concat(NumberMarks.Split(text).Select(piece => piece.Text)), "");
    }

    static DocumentTemplate Read(string kind, string language) =>
        DocumentTemplate.Read(Path.Combine(ShippedContent.Briefings, kind), language == "zh" ? Language.Zh : Language.En).Template!;

    [GeneratedRegex(@"\\(?=\W)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escape();
}
