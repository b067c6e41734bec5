using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>Totals among the data are held against the rows they may total.</summary>
public sealed class ControlTotalTests
{
    const string Code = "CONTROL-TOTAL-DIFFERS";

    const string Layout = """
          facility:
            - years: 2024
              columns: {school_code: {from: 代码, digits: 4}, teaching_area: 用房, multimedia_rooms: 教室, equipment_value: {from: 仪器, unit: 万元}}
        """;

    [Theory]
    [InlineData("at the foot", "0101|1|2|3\n0102|4|5|6\n合计|5|7|9")]
    [InlineData("at the head", "合计|5|7|9\n0101|1|2|3\n0102|4|5|6")]
    [InlineData("by block and over all", "0101|1|2|3\n小计|1|2|3\n0102|4|5|6\n小计|4|5|6\n总计|5|7|9")]
    [InlineData("by county, the rows mixed", "0101|1|2|3\n0103|10|10|10\n0102|4|5|6\n990101小计|5|7|9\n990102小计|10|10|10\n合计|15|17|19")]
    [InlineData("rounded as printed", "0101|1.004|2|3.004\n0102|4.004|5|6.004\n合计|5.00|7|9.01")]
    [InlineData("blank", "0101|1|2|3\n0102|4|5|6\n合计|||")]
    public void Map_TotalThatIsASumItMayMean_IsNotTold(string what, string rows) => Assert.True(Mapped(rows).Findings.Count == 0, what + Told.Codes(Mapped(rows).Findings));

    [Fact]
    public void Map_TotalOverARowThatIsNotThere_IsAWarningAtItsCell()
    {
        var finding = Told.Once(Mapped("0101|1|2|3\n合计|5|2|3").Findings, Code);

        Assert.Equal((Severity.Warning, new Place("f.csv", "", 3, "B"), "5"), (finding.Severity, finding.Place, finding.Value));
        Assert.Equal(("合计", "1", "1"), (finding.Facts["label"], finding.Facts["sum"], finding.Facts["rows"]));
    }

    [Fact]
    public void Map_OneWrongSubtotal_IsToldAloneAndInTheUnitOfTheField()
    {
        var finding = Told.Once(Mapped("0101|1|2|3\n小计|1|2|4\n0102|4|5|6\n小计|4|5|6\n总计|5|7|9").Findings, Code);

        Assert.Equal((new Place("f.csv", "", 3, "D"), "40000", "30000"), (finding.Place, finding.Value, finding.Facts["sum"]));
    }

    [Theory]
    [InlineData("0101|五|2|3\n合计|5|2|3", "CELL-NOT-NUMBER")]
    [InlineData("0101|1|2|3\n|4|5|6\n合计|9|9|9", "ROW-KEY-MISSING")]
    public void Map_WhatDoesNotAddUpForAFaultThatIsTold_IsToldOnce(string rows, string fault) => Assert.Equal(fault, Assert.Single(Mapped(rows).Findings).Code);

    static Mapped Mapped(string rows) => new Mapped().WithSchools("0101", "0102")
        .With("more.csv", "school", "", "学校标识码|学校名称|县区|类型\n0103|某校|990102|primary_school")
        .With("f.csv", "facility", "", "代码|用房|教室|仪器\n" + rows).By(Layout);
}
