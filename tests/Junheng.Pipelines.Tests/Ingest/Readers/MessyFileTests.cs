using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

/// <summary>Real files, held to counts and totals taken by other means (docs/formats/messy-files.md).</summary>
public sealed class MessyFileTests
{
    const string Messy = "data/messy/";

    [SharedFact(Messy + "cn_2005_province_primary.txt")]
    public void Provinces2005_TheNationIsMoreThanTheProvincesThatAreThere()
    {
        var rows = Read("cn_2005_province_primary.txt");

        var pupils = rows.Where(row => row.Cells.Count > 6).Select(row => (Name: row.Cells[0].Replace(" ", "", StringComparison.Ordinal), Text: row.Cells[3].Trim())).Where(row => row.Text.All(char.IsAsciiDigit) && row.Text.Length > 0).ToList();
        Assert.Equal(32, rows.Count);
        Assert.Equal(28, pupils.Count);
        Assert.Equal(108_640_655, Number(pupils[0].Text));
        Assert.Equal(102_260_968, pupils.Skip(1).Sum(row => Number(row.Text)));
        Assert.DoesNotContain("甘肃", pupils.Select(row => row.Name));
    }

    [SharedFact(Messy + "tw_103edu_utf16le_tsv.csv.gz")]
    public void Villages103_TotalsAreTheSumOfTheirParts()
    {
        var rows = Read("tw_103edu_utf16le_tsv.csv.gz");

        var records = rows.Skip(1).ToList();
        Assert.Equal(7_851, records.Count);
        Assert.All(records, row => Assert.Equal(27, row.Cells.Count));
        Assert.Equal(20_156_453, records.Sum(row => Number(row.Cells[3])));
        Assert.Equal(20_156_453, records.Sum(row => row.Cells.Skip(4).Sum(Number)));
    }

    [SharedFact(Messy + "cn_school_form.xlsx")]
    public void SchoolForm_ThreeSheets_ItemsNumberedThrough()
    {
        var rows = Read("cn_school_form.xlsx");

        Assert.Equal([69, 16, 21], rows.GroupBy(row => row.Sheet).Select(sheet => sheet.Count()));
        Assert.Equal(2_346, rows.Take(69).Skip(1).Sum(row => Number(row.Cells[0])));
    }

    [SharedFact(Messy + "cn_indicator_formulas.xlsx")]
    public void Formulas_OneSheetOf38Rows() => Assert.Equal(38, Read("cn_indicator_formulas.xlsx").Count);

    [SharedFact(Messy + "cn_youzhijunheng_forms_I-VI.xlsx")]
    public void Forms_NineSheets_MergedHeadersKnown()
    {
        var sheets = Read("cn_youzhijunheng_forms_I-VI.xlsx").GroupBy(row => row.Sheet).ToList();

        // Last filled row and filled cells of each sheet, counted by another program.
        Assert.Equal([(33, 38), (11, 59), (7, 23), (12, 45), (8, 26), (20, 34), (12, 16), (7, 20), (15, 32)], sheets.Select(sheet => (sheet.Max(row => row.Number), sheet.Sum(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell))))));
        Assert.Contains(sheets.SelectMany(sheet => sheet), row => row.Covered is { Count: > 0 });
    }

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    static IReadOnlyList<RawRow> Read(string name)
    {
        var (rows, findings) = ReadFile.At(Path.Combine(SharedData.Find()!, Messy, name), name);
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
        return rows;
    }
}
