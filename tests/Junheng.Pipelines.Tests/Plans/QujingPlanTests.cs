using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Models.Plans;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Plans;

/// <summary>曲靖 2022 line by line: every number and date of the document stands at its task, and what follows from them is computed.</summary>
public sealed class QujingPlanTests
{
    const string Id = "qujing-2022";

    static readonly Plan Document = Read();

    // Number, unit, years of a period, how often, and by which month and day.
    [Theory]
    [InlineData("1.4.1-04", "2 次 year", "每年至少深入教育一线调研2次")]
    [InlineData("1.4.1-09", "20 % year", "20%的义务教育学校")]
    [InlineData("1.5.3-02", "50 个", "50个基础教育市级学科教研基地")]
    [InlineData("1.6.1-03", "year 08", "每年8月制定下年度招聘计划")]
    [InlineData("1.6.1-05", "year 09", "9月到高校进行招聘")]
    [InlineData("1.6.1-06", "year 10", "11月前完成招聘")]
    [InlineData("1.6.2-04", "10 % year", "10%公用经费")]
    [InlineData("1.6.2-05", "2 % year", "市级按2%")]
    [InlineData("1.6.2-06", "3 % year", "县级按3%")]
    [InlineData("1.6.2-07", "300 名 5y", "300名校长")]
    [InlineData("1.6.2-08", "3000 名 5y", "3000名班主任")]
    [InlineData("1.6.2-09", "30000 名 5y", "30000名中青年教师")]
    [InlineData("1.6.2-10", "150 名 5y", "150名教学名师")]
    [InlineData("2.3.1-04", "target_year 09-30", "当年9月30日前")]
    [InlineData("2.3.2-02", "target_year 10-30", "当年10月30日前")]
    [InlineData("3.1-03", "1 次 year", "每年至少要听取1次")]
    [InlineData("3.1-04", "1 次 year", "召开一次推进义务教育优质均衡发展专题会议")]
    [InlineData("3.4-03", "1 次 year", "每年组织1次义务教育优质均衡发展研讨观摩活动")]
    public void Line_HasItsNumberAndItsDate_InTheWordsOfTheDocument(string task, string expected, string words)
    {
        var line = Assert.Single(Document.Tasks, one => one.Id == task);

        Assert.Equal(expected, Said(line));
        Assert.Contains(line.Quotes, quote => quote.Contains(words, StringComparison.Ordinal));
    }

    // 沾益's own dates of 2022 lie before the day of issue, 9 November: they are not missed. Everybody else's lie ahead.
    [Fact]
    public void Dates_BeforeTheDayOfIssue_AreZhanyisAlone()
    {
        using var source = Source(Id);
        var outcome = source.Build(library: SmallBuild.Whole.For(["plan_calendar"]));

        Assert.Equal(
            ["2.3.1-04|530303|2022-09-30", "2.3.2-02|530303|2022-10-30"],
            Lines(source, outcome, "select item, county_code, due_on from plan_calendar where before_issue and precision = 'day' order by all"));
        Assert.Equal(
            ["530304|2023-09-30|2023-10-30", "530322|2025-09-30|2025-10-30", "530324|2026-09-30|2026-10-30", "530323|2026-09-30|2026-10-30", "530302|2028-09-30|2028-10-30",
             "530325|2030-09-30|2030-10-30", "530326|2030-09-30|2030-10-30", "530381|2030-09-30|2030-10-30"],
            Lines(source, outcome, """
                select county_code, max(due_on) filter (where item = '2.3.1-04'), max(due_on) filter (where item = '2.3.2-02')
                from plan_calendar
                where item in ('2.3.1-04', '2.3.2-02') and not before_issue
                group by county_code
                order by 2, county_code = '530323', county_code
                """));
    }

    // A later version moves 陆良 from 2025 to 2027: it is loaded, and the finding quotes the clause that forbids it. 罗平, moved to an earlier year, is none.
    [Fact]
    public void NewVersion_ThatMovesACountyLater_IsFlaggedWithTheClause_AndOneMovedEarlierIsNot()
    {
        using var source = Source("[qujing-2022, plans/later.yaml]");
        var text = File.ReadAllText(Path.Combine(ShippedContent.Plans, Id + ".yaml"));
        source.Write("plans/later.yaml", Moved(Moved(text.Replace("id: qujing-2022", "id: qujing-2024\nreplaces: qujing-2022", StringComparison.Ordinal), "2025,陆良县;", 2025, 2027), "罗平县", 2026, 2024));

        var findings = source.Build(library: SmallBuild.Whole.For(["plan_target"])).Findings.Where(one => one.Code == "CHECK-PLAN-MOVED-LATER").ToList();

        var finding = Assert.Single(findings);
        Assert.Contains("530322", finding.Value, StringComparison.Ordinal);
        Assert.Contains("只能提前、不能延后", finding.Facts["what_zh"], StringComparison.Ordinal);
        Assert.Contains("2027", finding.Facts["what_en"], StringComparison.Ordinal);
    }

    // The year of the county whose quotation has these words.
    static string Moved(string text, string county, int from, int to)
    {
        var name = text.IndexOf("name: {zh: " + county.Trim(';').Split(',')[^1], StringComparison.Ordinal);
        var year = text.IndexOf(FormattableString.Invariant($"by: {from}"), name, StringComparison.Ordinal);
        Assert.True(name > 0 && year > name);
        return string.Concat(text.AsSpan(0, year), FormattableString.Invariant($"by: {to}"), text.AsSpan(year + 8));
    }

    static string Said(PlanTask task) => string.Join(' ', new[]
    {
        task.Quantity is { } quantity ? quantity.ToString("0", CultureInfo.InvariantCulture) : "",
        task.Quantity is null ? "" : task.Unit?.Zh ?? "",
        task.PeriodYears is { } years ? FormattableString.Invariant($"{years}y") : "",
        task.Due is null ? "" : task.Due.Every,
        task.Due is not { Month: { } month } ? "" : month.ToString("00", CultureInfo.InvariantCulture) + (task.Due.Day is { } day ? FormattableString.Invariant($"-{day:00}") : ""),
    }.Where(words => words.Length > 0));

    static SmallSource Source(string plans)
    {
        var source = new SmallSource();
        source.Replace(SmallSource.Yaml, "map: ", $"plan: {plans}\nmap: ");
        return source;
    }

    static IEnumerable<string> Lines(SmallSource source, BuildOutcome outcome, string sql)
    {
        using var reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(source.Root, "read")));
        return [.. reader.Query(sql, CancellationToken.None).Rows.Select(row => string.Join('|', row.Select(value => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : RowFormats.Text(value))))];
    }

    static Plan Read()
    {
        var findings = new FindingList();
        var plan = PlanReader.Read(Path.Combine(ShippedContent.Plans, Id + ".yaml"), Id + ".yaml", findings);
        Assert.Empty(findings);
        return plan!;
    }
}
