using System.Globalization;
using Junheng.Pipelines.Publishing.Plans;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Plans;

/// <summary>A source that names a plan has its tables; reports on its tasks are held against it.</summary>
public sealed class PlannedSourceTests : IDisposable
{
    const string Reports = "plans/reports.csv";

    readonly SmallSource source = new();

    public PlannedSourceTests()
    {
        source.Write("plans/small.yaml", PlanReaderTests.Text);
        source.Replace(SmallSource.Yaml, "map: ", "plan: plans/small.yaml\nmap: ");
    }

    public void Dispose() => source.Dispose();

    [Fact]
    public void Build_WithReports_TellsHowFarTasksHaveCome()
    {
        File("2024,1-01,2024-06-01,1,台账,否\n2024,1-01,2024-10-01,3,台账,否\n2025,1-01,2025-02-01,4,台账,是\n2024,1-02,2024-09-20,,,是\n");

        var outcome = source.Build(library: SmallBuild.Whole.For(["plan_task_progress"]));

        Assert.Equal(
            ["1-01||4|3|0.75|due", "1-02|2024||||claimed", "1-03|||||before_issue"],
            Lines(outcome, "select task, period, planned, done, share, state from plan_task_progress order by task, period"));
    }

    [Fact]
    public void Build_WithoutReports_MakesNothingDone()
    {
        var outcome = source.Build(library: SmallBuild.Whole.For(["plan_task_progress"]));

        Assert.Equal(
            ["1-01||4|||due", "1-02|2024||||overdue", "1-03|||||before_issue"],
            Lines(outcome, "select task, period, planned, done, share, state from plan_task_progress order by task, period"));
    }

    [Fact]
    public void Calendar_OfAPlan_ExpandsWhatRecursAndReadsPhasesAndTargets() => Assert.Equal(
        [
            "task|1-03|2024-02-29", "task|1-02|2024-09-30", "phase|build|2024-12-31", "task|1-01|2024-12-31", "task|1-02|2025-09-30", "standard|standard|2025-12-31",
        ],
        Lines(source.Build(library: SmallBuild.Whole.For(["plan_calendar"])), "select kind, item, due_on from plan_calendar where county_code = '990101' order by due_on, kind"));

    [Fact]
    public void Calendar_SeenFromADay_PutsTheOverdueFirst()
    {
        var outcome = source.Build(library: SmallBuild.Whole.For(["plan_calendar"]));
        using var reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(source.Root, "calendar")));

        var rows = PlanCalendar.Of(reader, new DateOnly(2024, 11, 1), 2024, overdue: true, all: false, county: null, chinese: true, CancellationToken.None);

        Assert.Equal(
            ["1-02|overdue|-32|县教育局", "1-03|before_issue|-246|县教育局", "build|due|60|", "1-01|due|60|县教育局"],
            Enumerable.Range(0, rows.Rows.Count).Select(row => string.Join('|', new[] { "item", "state", "days_left", "lead" }.Select(column => Text(rows[row, column])))));
    }

    [Fact]
    public void Build_ReportOnNoTask_IsAFinding()
    {
        File("2024,9-99,2024-06-01,1,台账,否\n2024,1-01,2024-06-01,1,台账,否\n");

        var finding = Assert.Single(source.Build().Findings, one => one.Code == "CHECK-TASK-KNOWN");

        Assert.Equal((Reports, 2, "9-99"), (finding.Place.File, finding.Place.Row, finding.Value));
    }

    [Fact]
    public void Build_NewVersionMovedLater_IsLoadedAndFlaggedWithTheClause()
    {
        source.Write("plans/small.yaml", PlanReaderTests.Text + "\nclauses:\n  - {id: c, kind: only_earlier, zh: 只能提前, en: Only earlier, quote: 只能提前不能延后}\n");
        source.Write("plans/new.yaml", PlanReaderTests.Text.Replace("id: small-2024", "id: small-2025\nreplaces: small-2024", StringComparison.Ordinal).Replace("by: 2025,", "by: 2027,", StringComparison.Ordinal));
        source.Replace(SmallSource.Yaml, "plan: plans/small.yaml", "plan: [plans/small.yaml, plans/new.yaml]");

        var outcome = source.Build(library: SmallBuild.Whole.For(["plan_ledger"]));

        var finding = Assert.Single(outcome.Findings, one => one.Code == "CHECK-PLAN-MOVED-LATER");
        Assert.Contains("只能提前不能延后", finding.Facts["what_zh"], StringComparison.Ordinal);
        Assert.Equal(["small-2024|2025", "small-2025|2027"], Lines(outcome, "select plan_id, standard_year from plan_target order by 1"));
        Assert.Equal(
            ["small-2024|2025|False||cannot_tell||", "small-2025|2027|True|2025|cannot_tell|cannot_tell|只能提前不能延后"],
            Lines(outcome, "select plan_id, target_year, moved_later, earlier_target_year, outlook, earlier_outlook, clause from plan_ledger where year = 2024 and county_code = '990101' order by 1"));
    }

    // Nobody filed anything: each county stands with its year and the two words that say so; the zone without a year comes last, without a rank.
    [Fact]
    public void Ledger_OfAPlanWithoutData_CannotTell()
    {
        source.Replace(SmallSource.Yaml, "plan: plans/small.yaml", "plan: qujing-2022");

        var rows = Lines(source.Build(library: SmallBuild.Whole.For(["ranking"])), "select rank, target_year, outlook from ranking where year = 2024 order by line");

        Assert.Equal(["1|2022|cannot_tell", "2|2023|cannot_tell", "3|2025|cannot_tell", "4|2026|cannot_tell", "4|2026|cannot_tell", "6|2028|cannot_tell"], rows.Take(6));
        Assert.Equal(["7|2030|cannot_tell", "7|2030|cannot_tell", "7|2030|cannot_tell", "||cannot_tell"], rows.Skip(6));
    }

    [Theory]
    [InlineData("plans/none.yaml", "SRC-NO-PLAN")]
    [InlineData("no-such-plan", "SRC-NO-PLAN")]
    [InlineData("../plans/small.yaml", "SRC-PATH-ESCAPES")]
    public void Build_PlanThatIsNotThere_IsAFinding(string plan, string code)
    {
        source.Replace(SmallSource.Yaml, "plan: plans/small.yaml", "plan: " + plan);

        Assert.Equal([code], source.Build().Findings.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("counties", "9|3|0.333333")]
    [InlineData("units", "10|3|0.3")]
    public void Milestone_Denominator_IsAParameter(string value, string counts)
    {
        source.Replace(SmallSource.Yaml, "plan: plans/small.yaml", "plan: qujing-2022");
        source.Replace(SmallSource.Yaml, "parameters: {}", "parameters: {milestone_denominator: " + value + "}");

        Assert.Equal([counts], Lines(source.Build(library: SmallBuild.Whole.For(["milestone_outlook"])), "select denominator, planned, planned_share from milestone_outlook where milestone = 'by-2025'"));
    }

    // 抚顺县: the standard by the end of 2021, national recognition (力争) by the end of 2022.
    [Theory]
    [InlineData("recognition", "2022|strive|recognition")]
    [InlineData("standard", "2021|must|standard")]
    public void Target_OfACountyWithTwoYears_IsAParameter(string value, string expected)
    {
        source.Replace(SmallSource.Yaml, "plan: plans/small.yaml", "plan: fushun-2020");
        source.Replace(SmallSource.Yaml, "parameters: {}", "parameters: {target: " + value + "}");

        Assert.Equal([expected], Lines(source.Build(library: SmallBuild.Whole.For(["plan_ledger"])), "select target_year, strength, aim from plan_ledger where year = 2024"));
    }

    void File(string rows)
    {
        source.Write(Reports, "年度,任务,日期,完成,佐证,销号\n" + rows);
        source.Append(SmallSource.Yaml, "  - files: \"plans/reports.csv\"\n    datasets: [task_progress]\n");
        source.Append(SmallSource.Map, """
              task_progress:
                - years: 2020-2025
                  columns:
                    year: 年度
                    task: 任务
                    reported_on: 日期
                    task_done: 完成
                    evidence: 佐证
                    closed: {from: 销号, values: {是: 'yes', 否: 'no'}}

            """);
    }

    string[] Lines(BuildOutcome outcome, string sql) =>
        [.. outcome.Query(source, sql).Rows.Select(row => string.Join('|', row.Select(Text)))];

    static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
