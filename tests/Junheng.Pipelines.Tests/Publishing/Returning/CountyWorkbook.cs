using System.IO.Compression;
using System.Text;

namespace Junheng.Pipelines.Tests.Publishing.Returning;

/// <summary>
/// A workbook as an office makes it (示例数据): title and headers merged, fonts, grounds, widths, a frozen head, a sum, a drop-down, a rule that colours cells, a printed title, an officer's note
/// and the address of a web page. Beside the table stands a sheet of remarks.
/// </summary>
static class CountyWorkbook
{
    public const string Sheet = "学段表";
    public const string Note = "王老师：已核对";

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static readonly string[] Header = ["代码", "学段", "在校生", "班数", "教师", "本科", "硕士", "骨干", "体育", "音乐", "美术"];

    /// <param name="extra">What else lies in it: <c>macros</c>, <c>links</c> or <c>pivot</c>; empty for nothing.</param>
    public static byte[] Bytes(IReadOnlyList<string[]> rows, string extra = "")
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Parts(rows, extra))
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    static IEnumerable<(string Name, string Text)> Parts(IReadOnlyList<string[]> rows, string extra)
    {
        var kind = extra == "macros" ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml" : Types + "sheet.main+xml";
        yield return ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/>"
            + $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Types}sharedStrings+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Types}worksheet+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"{Types}worksheet+xml\"/><Override PartName=\"/xl/comments1.xml\" ContentType=\"{Types}comments+xml\"/>"
            + (extra == "links" ? $"<Override PartName=\"/xl/externalLinks/externalLink1.xml\" ContentType=\"{Types}externalLink+xml\"/>" : "")
            + (extra == "pivot" ? $"<Override PartName=\"/xl/pivotCache/pivotCacheDefinition1.xml\" ContentType=\"{Types}pivotCacheDefinition+xml\"/>" : "") + "</Types>");
        yield return ("_rels/.rels", Related(("rId1", "officeDocument", "xl/workbook.xml", "")));
        var more = extra switch
        {
            "macros" => ("rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", ""),
            "links" => ("rId9", "externalLink", "externalLinks/externalLink1.xml", ""),
            "pivot" => ("rId9", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml", ""),
            _ => default((string, string, string, string)),
        };
        yield return ("xl/_rels/workbook.xml.rels", Related([("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "worksheet", "worksheets/sheet2.xml", ""), ("rId3", "styles", "styles.xml", ""), ("rId4", "sharedStrings", "sharedStrings.xml", ""), .. extra.Length > 0 ? [more] : Array.Empty<(string, string, string, string)>()]));
        if (extra == "macros") yield return ("xl/vbaProject.bin", "synthetic");
        if (extra == "links") yield return ("xl/externalLinks/externalLink1.xml", $"<externalLink xmlns=\"{Main}\"><externalBook xmlns:r=\"{Relations}\" r:id=\"rId1\"><sheetNames><sheetName val=\"一\"/></sheetNames></externalBook></externalLink>");
        if (extra == "links") yield return ("xl/externalLinks/_rels/externalLink1.xml.rels", Related(("rId1", "externalLinkPath", "other.xlsx", "External")));
        if (extra == "pivot") yield return ("xl/pivotCache/pivotCacheDefinition1.xml", $"<pivotCacheDefinition xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><cacheSource type=\"external\" connectionId=\"1\"/><cacheFields/></pivotCacheDefinition>");
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><bookViews><workbookView activeTab=\"1\"/></bookViews><sheets><sheet name=\"{Sheet}\" sheetId=\"3\" r:id=\"rId1\"/><sheet name=\"说明\" sheetId=\"4\" r:id=\"rId2\"/></sheets>"
            + (extra == "links" ? "<externalReferences><externalReference r:id=\"rId9\"/></externalReferences>" : "")
            + $"<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">{Sheet}!$1:$3</definedName>{(extra == "links" ? "<definedName name=\"other\">[1]一!$A$1</definedName>" : "")}<definedName name=\"stages\">说明!$A$2:$A$3</definedName></definedNames></workbook>");
        yield return ("xl/styles.xml", Styles);
        yield return ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><t>云桥区二〇二四年学段表（示例数据）</t></si><si><r><rPr><b/></rPr><t>=网址</t></r></si></sst>");
        yield return ("xl/worksheets/sheet1.xml", TableXml(rows, extra));
        yield return ("xl/worksheets/_rels/sheet1.xml.rels", Related(("rId1", "comments", "../comments1.xml", ""), ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml", ""), ("rId3", "hyperlink", "https://example.org/", "External")));
        yield return ("xl/comments1.xml", $"<comments xmlns=\"{Main}\"><authors><author>王老师</author></authors><commentList><comment ref=\"C4\" authorId=\"0\"><text><t>{Note}</t></text></comment></commentList></comments>");
        yield return ("xl/drawings/vmlDrawing1.vml", "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"/>"
            + "<v:shape id=\"_x0000_s1025\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\"><v:textbox/><x:ClientData ObjectType=\"Note\"><x:Anchor>3, 15, 2, 2, 5, 15, 6, 4</x:Anchor><x:Row>3</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>");
        yield return ("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>注：示例数据</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>注：小学、初中</t></is></c></row></sheetData></worksheet>");
    }

    // Title in row 1, header in rows 2 and 3, the table below, its sum at the foot, an address beside.
    static string TableXml(IReadOnlyList<string[]> rows, string extra)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheetPr><tabColor rgb=\"FF00B050\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>"
            + "<sheetFormatPr defaultRowHeight=\"14\"/><cols><col min=\"1\" max=\"1\" width=\"17.5\" customWidth=\"1\"/><col min=\"2\" max=\"11\" width=\"9.25\" customWidth=\"1\" style=\"3\"/></cols><sheetData>");
        xml.Append("<row r=\"1\" ht=\"30\" customHeight=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"M1\" t=\"s\"><v>1</v></c></row><row r=\"2\">");
        for (var column = 0; column < Header.Length; column++) xml.Append(Text(Place(column, 2), Header[column], 2));
        xml.Append("</row><row r=\"3\"/>");
        for (var row = 0; row < rows.Count; row++)
        {
            xml.Append(FormattableString.Invariant($"<row r=\"{row + 4}\">"));
            for (var column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column].Length == 0) continue;
                xml.Append(column > 1 && decimal.TryParse(rows[row][column], System.Globalization.CultureInfo.InvariantCulture, out _)
                    ? $"<c r=\"{Place(column, row + 4)}\" s=\"3\"><v>{rows[row][column]}</v></c>"
                    : Text(Place(column, row + 4), rows[row][column], column == 0 ? 4 : 3));
            }

            xml.Append("</row>");
        }

        var foot = rows.Count + 4;
        xml.Append(FormattableString.Invariant($"<row r=\"{foot}\">{Text(Place(0, foot), "合计", 2)}<c r=\"C{foot}\" s=\"3\"><f>{(extra == "links" ? "[1]一!A1+" : "")}SUM(C4:C{foot - 1})</f><v>2000</v></c></row>"));
        return xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
            </sheetData><mergeCells count="3"><mergeCell ref="A1:K1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>
            <conditionalFormatting sqref="C4:C{foot}"><cfRule type="expression" dxfId="0" priority="1"><formula>C4&gt;5000</formula></cfRule></conditionalFormatting>
            <dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="B4:B{foot}"><formula1>"小学,初中"</formula1></dataValidation></dataValidations>
            <hyperlinks><hyperlink ref="M1" r:id="rId3"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><legacyDrawing r:id="rId2"/></worksheet>
            """).ToString();
    }

    static string Text(string address, string text, int style) => FormattableString.Invariant($"<c r=\"{address}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");

    static string Place(int column, int row) => Models.Findings.Place.Cell(column + 1, row);

    static string Related(params (string Id, string Type, string Target, string Mode)[] all) => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{(one.Type.Contains(':', StringComparison.Ordinal) ? one.Type : Relations + "/" + one.Type)}\" Target=\"{one.Target}\"{(one.Mode.Length > 0 ? $" TargetMode=\"{one.Mode}\"" : "")}/>")) + "</Relationships>";

    // 1 the title, 2 a header, 3 a number of the office's own format, 4 text.
    const string Styles = $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"#,##0&quot; 人&quot;\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><b/><sz val=\"16\"/><color rgb=\"FF1F4E79\"/><name val=\"黑体\"/></font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE2EFDA\"/></patternFill></fill></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment horizontal=\"center\"/></xf>"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles><dxfs count=\"1\"><dxf><font><b/></font></dxf></dxfs></styleSheet>";
}
