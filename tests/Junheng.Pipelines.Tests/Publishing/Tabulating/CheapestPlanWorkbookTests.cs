using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Publishing.Tabulating;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Tabulating;

/// <summary>A plan of two schools as a workbook: three teachers from one to the other over two years, rooms for one, an indicator left at its floor.</summary>
public sealed class CheapestPlanWorkbookTests(TabulatedCity city) : IClassFixture<TabulatedCity>
{
    const string Formula = "=HYPERLINK(\"x\")";

    static readonly RowSet Rows = new(PlanRows.Columns,
    [
        Row(2025, "A", Formula, "primary", "01", "高学历教师", 10, -2, 0, 7, "人", 480_000, 0),
        Row(2026, "A", Formula, "primary", "01", "高学历教师", 10, -1, 0, 7, "人", 480_000, 0),
        Row(2025, "B", "乙校", "primary", "01", "高学历教师", 4, 2, 0, 7, "人", 480_000, 0),
        Row(2026, "B", "乙校", "primary", "01", "高学历教师", 4, 1, 0, 7, "人", 480_000, 0),
        Row(2025, "B", "乙校", "all", "07", "多媒体教室", 3, 0, 2, 5, "间", 52_000, 104_000),
    ]);

    static readonly CountyPlan Plan = new(PlanOutcome.Found, [], 104_000, 104_000)
    {
        Moves = [new TeacherMove("primary", "01", "A", "B", 3)],
        LeftAtFloor = [new Standing("B", "primary", "02", 0, 100, 1, 1, new Rational(85, 100))],
    };

    static readonly PlanLists Lists = new(
        Rows, Plan, new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = Formula, ["B"] = "乙校" }, new Dictionary<string, string?>(StringComparer.Ordinal) { ["01"] = "高学历教师", ["02"] = "骨干教师" });

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Workbook_IsValid_SaysWhatItIs_AndHoldsNoFormula(Language language) => Written(language, (path, texts) =>
    {
        WrittenWorkbook.IsValid(path);
        var sheets = WrittenWorkbook.Read(path);
        var cover = string.Join('\n', sheets[0].Rows.Select(row => string.Join('|', row)));
        Assert.Contains(texts["cover.synthetic"], cover, StringComparison.Ordinal);
        Assert.Contains("说明甲", cover, StringComparison.Ordinal);
        Assert.Contains(city.Reader.Snapshot.Catalog.RulePack, cover, StringComparison.Ordinal);
        Assert.Equal(new[] { "plan_additions", "plan_totals", "plan_moves", "plan_left", "plan_no_levers" }.Select(name => texts["sheet.title." + name]), sheets.Skip(1).Select(sheet => sheet.Sheet));
        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
        Assert.Contains(sheets[1].Rows, row => row.Contains(Formula));
    });

    // Three teachers move once, whatever the number of rows they stand in; rooms cost what two rooms cost.
    [Fact]
    public void Totals_CountWhoMovesOnce() => Assert.Equal(
        ["01 primary 2025 2 2 0 0", "01 primary 2026 2 1 0 0", "07 all 2025 1 0 2 104000"],
        Lists.Totals.Rows.Select(row => FormattableString.Invariant($"{row[1]} {row[0]} {row[3]} {row[4]} {row[5]} {row[6]} {row[8]}")));

    [Fact]
    public void MovesAndWhatStaysBehind_StandOnTheirSheets() => Written(Language.Zh, (path, _) =>
    {
        var sheets = WrittenWorkbook.Read(path);
        Assert.Contains(sheets[3].Rows, row => row is [_, "01", "高学历教师", "A", Formula, "B", "乙校", "3"]);
        Assert.Contains(sheets[4].Rows, row => row is ["B", "乙校", _, "02", "骨干教师", "1", "0.85"]);
    });

    // The county's own indicators that fail or are not known, as the mart has them.
    [Fact]
    public void NoLevers_AreTheCountysOwnIndicatorsThatDoNotPass() => Written(Language.Zh, (path, _) => Assert.Equal(
        city.Rows($"select indicator from county_indicator where year = 2024 and county_code = '{TabulatedCity.County}' and part = '' and verdict in ('not_met', 'unknown') order by indicator, stage").Select(row => (string)row[0]!),
        WrittenWorkbook.Read(path)[5].Rows.Skip(2).Select(row => row[0])));

    void Written(Language language, Action<string, TextBook> look)
    {
        var folder = Directory.CreateTempSubdirectory("junheng-plan-book-").FullName;
        try
        {
            var (path, texts) = (Path.Combine(folder, "plan.xlsx"), TextBook.In(language));
            CheapestPlanWorkbook.Write(path, city.Reader, new TabulatedPlan(Lists.Additions, Lists.Totals, Lists.Moves, Lists.LeftAtFloor, ["说明甲"], 2026), TabulatedCity.County, 2024, texts, default);
            look(path, texts);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static IReadOnlyList<object?> Row(int year, string school, string name, string stage, string indicator, string called, decimal present, long moved, decimal added, decimal planned, string unit, decimal price, decimal cost) =>
        ["990104", year, school, name, stage, indicator, called, present, moved, added, planned, unit, price, cost, "projected"];
}
