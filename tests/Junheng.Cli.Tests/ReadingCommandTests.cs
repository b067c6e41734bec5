using System.Text;
using System.Text.Json;

namespace Junheng.Cli.Tests;

public sealed class ReadingCommandTests(BuiltTown town) : IClassFixture<BuiltTown>
{
    [Fact]
    public void Build_GoodSource_ExitsZero() => Assert.Equal(0, town.Build.Exit);

    [Fact]
    public void Query_AsCsv_WritesRowsOnly()
    {
        var said = town.Run("query", "select school_code, sum(-1) as less from school group by 1 order by 1 limit 2", "--format", "csv");

        Assert.Equal((0, "school_code,less\n001,-1\n002,-1\n"), (said.Exit, said.Out));
        Assert.Contains("missing_school", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Query_AsJson_WritesRowsOnly()
    {
        using var rows = JsonDocument.Parse(town.Run("query", "select school_code, sum(2) as two from school group by 1", "--format", "json").Out);

        Assert.Equal(3, rows.RootElement.GetArrayLength());
        Assert.Equal(2, rows.RootElement[0].GetProperty("two").GetInt32());
    }

    [Fact]
    public void Query_FormulaInWordsAndHeader_IsDefused() =>
        Assert.Equal("'=a\n'=第一小学\n", town.Run("query", "select school_name as \"=a\" from school where school_code = '001'", "--format", "csv").Out);

    [Theory]
    [InlineData("select * from read_csv('/etc/passwd')")]
    [InlineData("select * from read_text('source/source.yaml')")]
    [InlineData("select * from '/etc/passwd'")]
    [InlineData("select * from glob('/etc/*')")]
    [InlineData("copy (select 1) to 'stolen.csv'")]
    [InlineData("set memory_limit = '1GB'")]
    [InlineData("install httpfs")]
    [InlineData("attach 'stolen.db'")]
    [InlineData("pragma version")]
    [InlineData("create table t as select 1")]
    [InlineData("select 1; select 2")]
    [InlineData("select $nothing")]
    [InlineData("select nothing")]
    [InlineData("")]
    public void Query_MoreThanOneConfinedSelect_IsRefusedAndWritesNothing(string sql)
    {
        var before = Files();

        var said = town.Run("query", sql, "--format", "csv");

        Assert.Equal((2, ""), (said.Exit, said.Out));
        Assert.NotEmpty(said.Error);
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("csv", "\uFEFFcounty_code")]
    [InlineData("json", "[{\"county_code\"")]
    [InlineData("parquet", "PAR1")]
    public void Export_ToAFile_WritesIt(string format, string start)
    {
        var said = town.Run("export", "county", "--format", format, "--out", "new/folder/county." + format);

        Assert.Equal(0, said.Exit);
        Assert.True(File.ReadAllBytes(Path.Combine(town.Folder, "new/folder/county." + format)).AsSpan().StartsWith(Encoding.UTF8.GetBytes(start)));
        Directory.Delete(Path.Combine(town.Folder, "new"), recursive: true);
    }

    [Fact]
    public void Status_AsCsv_WritesRowsOnly()
    {
        var said = town.Run("status", "--format", "csv");

        Assert.Equal(0, said.Exit);
        Assert.StartsWith("year,county_code,", said.Out, StringComparison.Ordinal);
        Assert.Equal(2, said.Out.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Figures_AsCsv_WritesTheirRows()
    {
        Assert.Equal(0, town.Run("figures", "--format", "csv", "--out", "rows").Exit);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(town.Folder, "rows"), "*.csv"));
        Directory.Delete(Path.Combine(town.Folder, "rows"), recursive: true);
    }

    [Fact]
    public void Figures_AsSvg_DrawsThem()
    {
        Assert.Equal(0, town.Run("figures", "coefficient-by-year", "--format", "svg", "--out", "drawn").Exit);
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(town.Folder, "drawn/coefficient-by-year.svg")), StringComparison.Ordinal);
        Directory.Delete(Path.Combine(town.Folder, "drawn"), recursive: true);
    }

    [Fact]
    public void Brief_OfASmallSource_WritesItsFourFilesAndNothingElse()
    {
        var said = town.Run("brief", "city", "--out", "brief", "--lang", "en");

        Assert.Equal(0, said.Exit);
        Assert.Equal(4, Directory.GetFiles(Path.Combine(town.Folder, "brief")).Length);
        Assert.Equal("Written: brief/city-2024.docx, .pdf, .html, sources.json\n", said.Out);
        Directory.Delete(Path.Combine(town.Folder, "brief"), recursive: true);
    }

    [Fact]
    public void Check_WholeSnapshot_ExitsZero() => Assert.Equal(0, town.Run("check").Exit);

    [Fact]
    public void Snapshots_AsCsv_ListsThem() =>
        Assert.StartsWith("number,current,source,partial,tables,rows,made\n1,*,small,false,", town.Run("snapshots", "--format", "csv").Out, StringComparison.Ordinal);

    [Fact]
    public void Prune_NothingOld_ExitsZero() => Assert.Equal(0, town.Run("snapshots", "prune", "--keep", "1").Exit);

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("build")]
    [InlineData("build", "source", "--colour")]
    [InlineData("build", "nowhere")]
    [InlineData("build", "source", "--set", "novalue")]
    [InlineData("build", "source", "--as-of", "yesterday")]
    [InlineData("build", "source", "--warehouse", "source/source.yaml")]
    [InlineData("status", "--format", "xml")]
    [InlineData("status", "--county", "000000")]
    [InlineData("status", "--snapshot", "99")]
    [InlineData("status", "--warehouse", "nowhere")]
    [InlineData("status", "--lang", "tlh")]
    [InlineData("plan", "calendar")]
    [InlineData("export", "nothing")]
    [InlineData("export", "county", "--format", "parquet")]
    [InlineData("figures", "nothing")]
    [InlineData("figures", "--county", "000000")]
    [InlineData("figures", "--year", "1990", "--format", "csv")]
    [InlineData("brief", "nothing")]
    [InlineData("brief", "city", "--year", "1990")]
    [InlineData("brief", "city", "--edition", "secret")]
    [InlineData("brief", "city", "--template", "nowhere")]
    [InlineData("snapshots", "prune", "--keep", "0")]
    [InlineData("synth")]
    public void Run_WrongUsage_ExitsTwoAndSaysHow(params string[] arguments)
    {
        var said = town.Run(arguments);

        Assert.Equal(2, said.Exit);
        Assert.NotEmpty(said.Error);
        Assert.DoesNotContain("   at Junheng", said.Error, StringComparison.Ordinal);
    }

    string[] Files() => [.. Directory.EnumerateFiles(town.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
