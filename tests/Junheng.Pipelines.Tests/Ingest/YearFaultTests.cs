namespace Junheng.Pipelines.Tests.Ingest;

public sealed class YearFaultTests
{
    [Fact]
    public void Build_YearTheMapDoesNotCover_IsToldOnceAFileAndNothingIsLost()
    {
        using var source = new SmallSource();
        source.WriteYear(2031);

        var outcome = source.Build(acceptPartial: true);

        Assert.Equal(3, outcome.Findings.Count(finding => finding.Code == "MAP-NO-LAYOUT"));
        Assert.All(outcome.Findings, Told.InBothLanguages);
        Assert.All(outcome.Findings, finding => Assert.Equal("2031", finding.Value));
        Accounts.AreBalanced(outcome, source);
    }

    [Fact]
    public void Build_RowOfAnotherYear_IsSetAsideUnderItsOwnCode()
    {
        using var source = new SmallSource();
        YearInTheRows(source);
        source.Replace(SmallSource.Facilities, "2024,002", "2023,002");
        source.Replace(SmallSource.Facilities, "2024,003", "去年,003");

        var outcome = source.Build(acceptPartial: true);

        Told.At(Told.Once(outcome.Findings, "ROW-YEAR-WRONG"), SmallSource.Facilities, 3, "A", "2023");
        Told.At(Told.Once(outcome.Findings, "CELL-NOT-YEAR"), SmallSource.Facilities, 4, "A 年份", "去年");
        var codes = outcome.Query(source, "select code from quarantine where dataset = 'facility' order by row");
        Assert.Equal(["ROW-YEAR-WRONG", "CELL-NOT-YEAR"], codes.Rows.Select(row => row[0]));
        Accounts.AreBalanced(outcome, source);
    }

    [Fact]
    public void Build_NoYearAnywhere_IsAFinding()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Yaml, "{year}/facilities.csv", "2024/facilities.csv");

        var finding = Told.Once(source.Findings(), "ROW-NO-YEAR");

        Assert.Equal(SmallSource.Facilities, finding.Place.File);
    }

    [Fact]
    public void Build_YearInTheRowsAlone_IsRead()
    {
        using var source = new SmallSource();
        YearInTheRows(source);
        source.Replace(SmallSource.Yaml, "{year}/facilities.csv", "2024/facilities.csv");

        var outcome = source.Build();

        Assert.Empty(outcome.Findings);
        Assert.Equal(3L, outcome.Query(source, "select count(*) as n from filed_facility where year = 2024")[0, "n"]);
    }

    static void YearInTheRows(SmallSource source)
    {
        source.Replace(SmallSource.Map, "school_code: 代码\n        teaching_area", "year: 年份\n        school_code: 代码\n        teaching_area");
        var lines = source.Read(SmallSource.Facilities).TrimEnd('\n').Split('\n');
        source.Write(SmallSource.Facilities, string.Join('\n', lines.Select((line, index) => (index == 0 ? "年份," : "2024,") + line)) + "\n");
    }
}
