using System.IO.Compression;
using System.Security;
using System.Text;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

/// <summary>Writes an .xlsx part by part, so that a test may also write what no spreadsheet program would. All of it is synthetic (示例数据).</summary>
sealed class TinyWorkbook
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    readonly List<(string Name, string State, string Xml)> sheets = [];
    readonly List<(string Name, byte[] Bytes)> parts = [];

    /// <summary>What stands in front of the workbook part's root element.</summary>
    public string Prologue { get; init; } = "";

    /// <param name="rows">The inside of sheetData.</param>
    public TinyWorkbook Sheet(string name, string rows, string merges = "", string state = "visible")
    {
        var merged = merges.Length == 0 ? "" : "<mergeCells>" + string.Concat(merges.Split(' ').Select(range => $"<mergeCell ref=\"{range}\"/>")) + "</mergeCells>";
        sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{merged}</worksheet>"));
        return this;
    }

    public TinyWorkbook Part(string name, byte[] bytes)
    {
        parts.Add((name, bytes));
        return this;
    }

    /// <summary>A row of texts; a blank one has no cell.</summary>
    public static string Row(int number, params string[] cells) =>
        FormattableString.Invariant($"<row r=\"{number}\">") + string.Concat(cells.Select((text, index) => text.Length == 0 ? "" : Cell(Place.Cell(index + 1, number), text))) + "</row>";

    public static string Cell(string address, string text) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    /// <param name="style">1 percent, 2 date, 3 six digits, 4 text, 5 a Chinese date.</param>
    public static string Number(string address, string value, int style = 0) => FormattableString.Invariant($"<c r=\"{address}\" s=\"{style}\"><v>{value}</v></c>");

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            Write(archive, "xl/workbook.xml", Encoding.UTF8.GetBytes(Prologue + WorkbookXml()));
            Write(archive, "xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(Relations()));
            Write(archive, "xl/styles.xml", Encoding.UTF8.GetBytes(Styles));
            for (var index = 0; index < sheets.Count; index++) Write(archive, FormattableString.Invariant($"xl/worksheets/sheet{index + 1}.xml"), Encoding.UTF8.GetBytes(sheets[index].Xml));
            foreach (var (name, bytes) in parts) Write(archive, name, bytes);
        }

        return file.ToArray();
    }

    static void Write(ZipArchive archive, string name, byte[] bytes)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(bytes);
    }

    string WorkbookXml() => $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
        + string.Concat(sheets.Select((sheet, index) => FormattableString.Invariant($"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\" state=\"{sheet.State}\" r:id=\"r{index + 1}\"/>")))
        + "</sheets></workbook>";

    string Relations() => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(sheets.Select((_, index) => FormattableString.Invariant($"<Relationship Id=\"r{index + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>")))
        + "</Relationships>";

    const string Styles = $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"000000\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"49\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
}
