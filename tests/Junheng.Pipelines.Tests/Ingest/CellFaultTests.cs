using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest;

public sealed class CellFaultTests
{
    [Theory]
    [InlineData("九百")]
    [InlineData("1,58")]
    [InlineData("1e5")]
    [InlineData("12%")]
    [InlineData("NaN")]
    [InlineData("1/2")]
    [InlineData("1 000")]
    [InlineData("约900")]
    public void Build_TextInANumberColumn_NamesTheCellAndItsValue(string text)
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "001,小学,900", $"001,小学,\"{text}\"");

        Told.At(Told.Once(source.Findings(), "CELL-NOT-NUMBER"), SmallSource.Stages, 2, "C 在校生", text);
    }

    [Theory]
    [InlineData("９００")]
    [InlineData("900.0")]
    [InlineData(" +900 ")]
    [InlineData("0,900,000")]
    public void Build_NumberAsOfficialsTypeIt_IsReadExactly(string text)
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "001,小学,900", $"001,小学,\"{text}\"");

        var outcome = source.Build();

        Assert.Equal(text.Contains(',', StringComparison.Ordinal) ? 900000m : 900m, outcome.Query(source, "select pupils from school_stage where school_code = '001'")[0, "pupils"]);
    }

    [Theory]
    [InlineData("1,234", "1234")]
    [InlineData("１，２３４", "1234")]
    [InlineData("-1,234.5", "-2469/2")]
    [InlineData("－３", "-3")]
    public void TryRead_GroupedOrFullWidth_IsTheNumber(string text, string number)
    {
        Assert.True(Pipelines.Ingest.Mapping.NumberText.TryRead(text, out var read));
        Assert.Equal(number, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData(",123")]
    [InlineData("1,2345")]
    [InlineData("1.5,000")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("+-1,000")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("٣")]
    public void TryRead_WhatIsNotPlainlyOneNumber_IsRefused(string text) =>
        Assert.False(Pipelines.Ingest.Mapping.NumberText.TryRead(text, out _));

    [Theory]
    [InlineData("900.5", "CELL-NOT-WHOLE")]
    [InlineData("-1", "CELL-OUT-OF-RANGE")]
    [InlineData("1000001", "CELL-OUT-OF-RANGE")]
    public void Build_NumberThatCannotBe_NamesTheCellAndItsValue(string text, string code)
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "001,小学,900", "001,小学," + text);

        Told.At(Told.Once(source.Findings(), code), SmallSource.Stages, 2, "C 在校生", text);
    }

    [Fact]
    public void Build_UnknownWord_NamesTheCellAndTheWordsThereAre()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Schools, "第二初中,990101,初中", "第二初中,990101,初级中学");

        var finding = Told.Once(source.Findings(), "CELL-NOT-IN-LIST");

        Told.At(finding, SmallSource.Schools, 3, "D 类型", "初级中学");
        Assert.StartsWith("初中", finding.Facts["known"], StringComparison.Ordinal);
    }

    [Fact]
    public void Build_KeyCellBlank_NamesTheCell()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Schools, "002,第二初中,990101", "002,第二初中,");

        Told.At(Told.Once(source.Findings(), "ROW-KEY-MISSING"), SmallSource.Schools, 3, "C 县", "");
    }

    [Fact]
    public void Build_DuplicateUndeclared_IsAnErrorThatNamesBothRows()
    {
        using var source = new SmallSource();
        source.Append(SmallSource.Facilities, "001,1,1,1,1,1\n");

        var finding = Told.Once(source.Findings(), "ROW-DUPLICATE");

        Told.At(finding, SmallSource.Facilities, 5, "", "2024 001");
        Assert.Equal((SmallSource.Facilities, "2"), (finding.Facts["first_file"], finding.Facts["first_row"]));
    }

    [Fact]
    public void Build_DuplicateDeclaredFirst_IsAWarningAndTheFirstCounts()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Yaml, "duplicates: error", "duplicates: first");
        source.Append(SmallSource.Facilities, "001,1,1,1,1,1\n");

        var outcome = source.Build();

        Assert.Equal(Severity.Warning, Told.Once(outcome.Findings, "ROW-DUPLICATE-DECLARED").Severity);
        Assert.Equal(5000m, outcome.Query(source, "select amount::decimal(18,0) as amount from filed_quantity where field = 'teaching_area' and school_code = '001'")[0, "amount"]);
        Assert.Equal("ROW-DUPLICATE-DECLARED", outcome.Query(source, "select code from quarantine")[0, "code"]);
    }

    [Fact]
    public void Build_StageOfAnUnknownSchool_IsAnOrphan()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "合计", "009,小学,10,1,1,1,1,1,1,1,1\n合计");

        Told.At(Told.Once(source.Findings(), "ROW-ORPHAN"), SmallSource.Stages, 6, "", "009");
    }

    [Theory]
    [InlineData("合 计")]
    [InlineData("合　　计")]
    [InlineData(" 合计 ")]
    public void Build_TotalRowWithOddSpacing_IsNoData(string label)
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "合计,,2000", label + ",,2000");

        var (findings, counts) = source.Ingest();

        Assert.Empty(findings);
        Assert.Equal(2, counts.Single(count => count.Dataset == "stage").NotData);
    }

    [Fact]
    public void Build_SeveralFaultsInSeveralFiles_AreAllToldInOnePass()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Schools, "乡村,民办", "郊外,民办");
        source.Replace(SmallSource.Stages, "002,初中,600,15", "002,初中,六百,十五");
        source.Replace(SmallSource.Facilities, "4000,400", "四千,99999999");
        source.Append(SmallSource.Facilities, "003,1,1,1,1,1\n010,1,1,1,1,1\n");

        var findings = source.Findings();

        Assert.Equal(
            ["CELL-NOT-IN-LIST", "CELL-NOT-NUMBER", "CELL-NOT-NUMBER", "CELL-NOT-NUMBER", "CELL-OUT-OF-RANGE", "ROW-DUPLICATE", "ROW-ORPHAN"],
            findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.All(findings, Told.InBothLanguages);
    }
}
