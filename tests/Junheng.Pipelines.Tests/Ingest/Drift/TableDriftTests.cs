using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest;
using Junheng.Pipelines.Ingest.Drift;

namespace Junheng.Pipelines.Tests.Ingest.Drift;

public sealed class TableDriftTests
{
    static readonly string[] Codes = Numbers(20, n => $"C{n}");

    [Fact]
    public void Between_SameColumns_NothingChanged()
    {
        var drift = TableDrift.Between(Table(("代码", Codes), ("学生数", Numbers(20, n => $"{n * 10}"))), Table(("代码", Codes), ("学 生 数", Numbers(20, n => $"{n * 11}"))));

        Assert.All(drift.Columns, column => Assert.False(column.Changed));
    }

    [Fact]
    public void Between_ColumnInserted_NoOtherHasMoved()
    {
        var drift = TableDrift.Between(
            Table(("代码", Codes), ("甲", Codes), ("乙", Codes)),
            Table(("代码", Codes), ("备注", Numbers(20, _ => $"")), ("甲", Codes), ("乙", Codes)));

        Assert.Equal(["备注"], drift.Columns.Where(column => column.Added).Select(column => column.New!.Title));
        Assert.DoesNotContain(drift.Columns, column => column.Moved);
    }

    [Fact]
    public void Between_OneColumnToTheFront_OnlyItHasMoved()
    {
        var drift = TableDrift.Between(Table(("甲", Codes), ("乙", Codes), ("丙", Codes)), Table(("丙", Codes), ("甲", Codes), ("乙", Codes)));

        Assert.Equal(["丙"], drift.Columns.Where(column => column.Moved).Select(column => column.Old!.Title));
    }

    [Fact]
    public void Between_HeaderReworded_GuessedByHeaderAndCells()
    {
        var areas = Numbers(20, n => $"{n * 37}");
        var drift = TableDrift.Between(Table(("代码", Codes), ("体育馆面积", areas)), Table(("代码", Codes), ("室内体育用房面积", areas)));

        var renamed = Assert.Single(drift.Columns, column => column.Renamed);
        Assert.Equal(("体育馆面积", "室内体育用房面积", 50, 100), (renamed.Old!.Title, renamed.New!.Title, renamed.HeaderLikeness, renamed.ContentsLikeness));
    }

    [Fact]
    public void Between_NothingAlike_GoneAndNewAndNoGuess()
    {
        var drift = TableDrift.Between(Table(("图书", Numbers(20, n => $"{n}"))), Table(("电话", Numbers(20, n => $"138-{n}"))));

        Assert.Equal([true, false], drift.Columns.Select(column => column.Gone));
        Assert.Equal([false, true], drift.Columns.Select(column => column.Added));
    }

    [Fact]
    public void Between_UnitInHeader_IsStated()
    {
        var drift = TableDrift.Between(Table(("仪器设备值（万元）", Numbers(20, n => $"{n}"))), Table(("仪器设备值(元)", Numbers(20, n => $"{n}0000"))));

        var column = Assert.Single(drift.Columns);
        Assert.Equal((false, "万元", "元", false), (column.Renamed, column.Unit!.From, column.Unit.To, column.Unit.Suspected));
    }

    [Theory]
    [InlineData(10_000, 1, "10000")]
    [InlineData(1, 10_000, "1/10000")]
    [InlineData(2000, 3, "2000/3")]
    [InlineData(100, 1, "100")]
    public void Between_NumbersGrownByAUnit_IsSuspected(int times, int by, string factor)
    {
        var now = Numbers(20, n => $"{n * 12.1m * times / by:0.########}");
        var drift = TableDrift.Between(Table(("面积", Numbers(20, n => $"{n * 12}"))), Table(("面积", now)));

        var unit = Assert.Single(drift.Columns).Unit;
        Assert.Equal((true, factor), (unit!.Suspected, unit.Factor.ToString()));
    }

    [Fact]
    public void Between_NumbersDoubled_IsNoOtherUnit() =>
        Assert.Null(Assert.Single(TableDrift.Between(Table(("面积", Numbers(20, n => $"{n * 12}"))), Table(("面积", Numbers(20, n => $"{n * 24}")))).Columns).Unit);

    [Fact]
    public void Patch_OfALayout_IsReadByTheMapAndFindsTheNewHeader()
    {
        var drift = TableDrift.Between(
            Table(("代码", Codes), ("学生", Numbers(20, n => $"{n}")), ("校名", Codes)),
            Table(("代码", Codes), ("在校学生", Numbers(20, n => $"{n}")), ("校名", Codes)));
        const string Map = """
            format: 1
            id: one
            title: {zh: 一, en: one}
            datasets:
              stage:
                - years: 2023
                  # 保留此注
                  not_data:
                    - {column: 代码, equals: [学生]}
                  columns:
                    school_code: 代码
                    stage: {constant: primary}
                    pupils: {from: 学生}

            """;

        var patch = Assert.Single(MapPatch.Of(Map, PastedMap.Catalog, drift, 2024));

        Assert.Equal("stage", patch.Dataset);
        Assert.Contains("years: 2024", patch.Yaml, StringComparison.Ordinal);
        Assert.Contains("# 保留此注", patch.Yaml, StringComparison.Ordinal);
        Assert.Contains("equals: [学生]", patch.Yaml, StringComparison.Ordinal);
        var layouts = PastedMap.Layouts(Map.Replace("  stage:\n", "  stage:\n" + patch.Yaml, StringComparison.Ordinal), "stage");
        Assert.Equal([2024, 2023], layouts.Select(layout => layout.FirstYear));
        Assert.Equal(["在校学生"], layouts[0].Columns["pupils"].Operands.Select(operand => operand.Text));
    }

    [Fact]
    public void Patch_HeaderGone_IsSaidAndLeft()
    {
        const string Map = "format: 1\nid: one\ntitle: {zh: 一, en: one}\ndatasets:\n  stage:\n    - years: 2023\n      columns:\n        school_code: 代码\n        stage: {constant: primary}\n        pupils: 图书\n";

        var patch = Assert.Single(MapPatch.Of(Map, PastedMap.Catalog, TableDrift.Between(Table(("代码", Codes), ("图书", Codes)), Table(("代码", Codes))), null));

        Assert.Equal(["图书"], patch.Lost);
        Assert.Contains("years: ????", patch.Yaml, StringComparison.Ordinal);
    }

    static string[] Numbers(int count, Func<int, FormattableString> text) =>
        Enumerable.Range(1, count).Select(number => FormattableString.Invariant(text(number))).ToArray();

    static BareTable Table(params (string Header, string[] Cells)[] columns) => new(
        "", "utf-8", 1, columns[0].Cells.Length + 1, columns[0].Cells.Length,
        columns.Select((column, index) => new BareColumn(Place.Letters(index + 1), column.Header, 0, 0, 0, column.Cells)).ToList());
}
