namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>Rows that are no data: recognised, counted, and what they say is kept.</summary>
public sealed class NotDataTests
{
    const string Layout = """
          stage:
            - years: 2024
              not_data:
                - {column: 代码, starts_with: [X]}
                - {column: 代码, ends_with: [LEA]}
                - {column: 县区, matches: blank}
                - {column: 代码, matches: no_digit}
              columns: {school_code: 代码, stage: {constant: primary}, pupils: 在校生, teachers: {sum: [男, 女]}}
        """;

    [Theory]
    [InlineData("X1|990101|5|1|1")]
    [InlineData("010LEA|990101|5|1|1")]
    [InlineData("0103||5|1|1")]
    [InlineData("代码|990101|5|1|1")]
    [InlineData("||||")]
    public void Map_RowOfATest_IsNoData(string row)
    {
        var mapped = Rows(row);

        Assert.Empty(mapped.Findings);
        Assert.Equal((1, 2), (mapped.Count("stage").Loaded, mapped.Count("stage").NotData));
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_TotalsAmongTheRows_AreControlTotalsAndNoSchools()
    {
        var mapped = Rows("云桥区 小计|990101|1,900|30|70\n合计|-|2000|50|—");

        Assert.Equal(
            [("云桥区", "pupils", "1900", "C"), ("云桥区", "teachers", "100", "D;E"), ("", "pupils", "2000", "C")],
            mapped.Mapper.Totals.Select(total => (total.Scope, total.Field.Name, total.Amount.ToString(), total.Columns)));
        Assert.Equal("—", Told.Once(mapped.Findings, "CONTROL-TOTAL-UNREAD").Value);
        Assert.Equal(1, mapped.Count("stage").Loaded);
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_SchoolWhoseRowHasACode_IsNoTotalWhateverItIsCalled()
    {
        var mapped = new Mapped().WithSchools("0101").With("s.csv", "stage", "", "名称|代码|在校生\n合计|0101|900").By("""
              stage:
                - {years: 2024, columns: {school_code: 代码, stage: {constant: primary}, pupils: 在校生}}
            """);

        Assert.Equal("900", mapped.Amount("0101", "pupils"));
        Assert.Empty(mapped.Mapper.Totals);
    }

    [Theory]
    [InlineData("注水小学")]
    [InlineData("说明书院")]
    public void Map_SchoolWhoseNameBeginsLikeANote_IsLoaded(string name)
    {
        var mapped = new Mapped().With("s.csv", "school", "", $"学校名称|学校标识码|县区|类型\n{name}|0101|990101|primary_school").By("");

        Assert.Single(mapped.Mapper.Rows);
    }

    static Mapped Rows(string more) => new Mapped().WithSchools("0101").With("s.csv", "stage", "", "代码|县区|在校生|男|女\n0101|990101|900|30|70\n" + more).By(Layout);
}
