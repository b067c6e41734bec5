using DocumentFormat.OpenXml;
using Junheng.Models;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Pipelines.Publishing.Documents.Word;

/// <summary>
/// Page and styles of GB/T 9704-2012: margins 37/35/28/26 mm, 22 lines of 28 characters, 仿宋 三号. The official fonts are named; an office has them, and another machine puts its own in their place.
/// </summary>
static class WordStyles
{
    const string FangSong = "仿宋_GB2312";
    const string KaiTi = "楷体_GB2312";
    const string HeiTi = "黑体";
    const string XiaoBiaoSong = "方正小标宋简体";

    /// <summary>28.95 pt in twentieths of a point.</summary>
    const string Pitch = "579";

    /// <summary>The type area across, in twentieths of a point: 156 mm of an official page, 174 mm of a sheet.</summary>
    public static int Across(DocumentLayout layout) => layout == DocumentLayout.Official ? 8844 : 9866;

    /// <summary>A card has no page number, for it has no other page.</summary>
    public static W.SectionProperties Sheet(DocumentLayout layout, string oddFooter, string evenFooter)
    {
        var section = new W.SectionProperties();
        if (layout == DocumentLayout.Sheet) section.Append(new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = oddFooter }, new W.FooterReference { Type = W.HeaderFooterValues.Even, Id = evenFooter });
        section.Append(
            new W.PageSize { Width = 11906, Height = 16838 },
            new W.PageMargin { Top = 907, Bottom = 794, Left = 1020, Right = 1020, Header = 454, Footer = 454, Gutter = 0 });
        return section;
    }

    public static W.SectionProperties Page(string oddFooter, string evenFooter) => new(
        new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = oddFooter },
        new W.FooterReference { Type = W.HeaderFooterValues.Even, Id = evenFooter },
        new W.PageSize { Width = 11906, Height = 16838 },
        new W.PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1304, Gutter = 0 },
        // Not linesAndChars: LibreOffice spreads it. The width of a character comes from Normal.
        new W.DocGrid { Type = W.DocGridValues.Lines, LinePitch = 579 });

    public static W.Styles Of(DocumentLayout layout, Language language) => layout == DocumentLayout.Official ? Official(language) : Small();

    // The same names as the official styles, in the sizes of a sheet.
    static W.Styles Small() => new(
        new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                new W.RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = FangSong },
                new W.FontSize { Val = "20" },
                new W.Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new W.ParagraphPropertiesDefault()),
        Style("Normal", "Normal", null, Paragraph(line: "280", side: W.JustificationValues.Left), isDefault: true),
        Style("BodyText", "Body Text", "Normal", Paragraph(line: "290", after: "80", side: W.JustificationValues.Both)),
        Style("Title", "Title", "Normal", Paragraph(line: "420", after: "120", side: W.JustificationValues.Center, keep: true), Font(XiaoBiaoSong, "32")),
        Style("Heading1", "heading 1", "Normal", SmallHeading(0), Font(HeiTi, "22")),
        Style("Heading2", "heading 2", "Normal", SmallHeading(1), Font(KaiTi, "22")),
        Style("Heading3", "heading 3", "Normal", SmallHeading(2), Font(FangSong, "22", bold: true)),
        Style("Caption", "caption", "Normal", Paragraph(line: "260", after: "80", side: W.JustificationValues.Center), Font(HeiTi, "19")),
        Style("TableCaption", "Table Caption", "Normal", Paragraph(line: "260", before: "100", after: "40", side: W.JustificationValues.Left, keep: true), Font(HeiTi, "19")),
        Style("TableText", "Table Text", "Normal", Paragraph(line: "235", before: "5", after: "5", side: W.JustificationValues.Left), new W.StyleRunProperties(new W.FontSize { Val = "18" })),
        Style("WideTableText", "Wide Table Text", "TableText", Paragraph(line: "215", before: "5", after: "5", side: W.JustificationValues.Left), new W.StyleRunProperties(new W.FontSize { Val = "16" })),
        Style("AfterTable", "After Table", "Normal", Paragraph(line: "60", side: W.JustificationValues.Left)),
        Style("Picture", "Picture", "Normal", new W.StyleParagraphProperties(
            new W.KeepNext(), new W.SpacingBetweenLines { Before = "100", Line = "240", LineRule = W.LineSpacingRuleValues.Auto }, new W.Justification { Val = W.JustificationValues.Center })),
        Style("Stamp", "Stamp", "Normal", Paragraph(line: "260", side: W.JustificationValues.Right), Font(HeiTi, "18", colour: "A32400")),
        Style("Origin", "Origin", "Normal", Paragraph(line: "200", before: "100", side: W.JustificationValues.Left), Font(HeiTi, "15", colour: "595959")),
        Style("Footer", "footer", "Normal", Paragraph(line: "240", side: W.JustificationValues.Center), Font("宋体", "18")));

    static W.StyleParagraphProperties SmallHeading(int level)
    {
        var properties = Paragraph(line: "300", before: "140", after: "60", side: W.JustificationValues.Left, keep: true);
        properties.Append(new W.OutlineLevel { Val = level });
        return properties;
    }

    static W.Styles Official(Language language) => new(
        new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                new W.RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = FangSong },
                new W.FontSize { Val = "32" },
                new W.Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new W.ParagraphPropertiesDefault()),
        // 0.25 pt less between characters: 28 of them in 156 mm.
        Style("Normal", "Normal", null, Paragraph(line: Pitch, side: W.JustificationValues.Both), new W.StyleRunProperties(new W.Spacing { Val = -5 }), isDefault: true),
        Style("BodyText", "Body Text", "Normal", Body(language)),
        Style("Title", "Title", "Normal", Paragraph(line: "720", after: Pitch, side: W.JustificationValues.Center, keep: true), Font(XiaoBiaoSong, "44")),
        Style("Heading1", "heading 1", "Normal", Heading(language, 0), Font(HeiTi, "32")),
        Style("Heading2", "heading 2", "Normal", Heading(language, 1), Font(KaiTi, "32")),
        Style("Heading3", "heading 3", "Normal", Heading(language, 2), Font(FangSong, "32", bold: true)),
        Style("Caption", "caption", "Normal", Paragraph(line: "360", after: "240", side: W.JustificationValues.Center), Font(HeiTi, "24")),
        Style("TableCaption", "Table Caption", "Normal", Paragraph(line: "360", before: "240", after: "60", side: W.JustificationValues.Center, keep: true), Font(HeiTi, "24")),
        Style("TableText", "Table Text", "Normal", Paragraph(line: "280", before: "10", after: "10", side: W.JustificationValues.Left), Font(FangSong, "21")),
        Style("WideTableText", "Wide Table Text", "TableText", Paragraph(line: "250", before: "10", after: "10", side: W.JustificationValues.Left), new W.StyleRunProperties(new W.FontSize { Val = "18" })),
        Style("AfterTable", "After Table", "Normal", Paragraph(line: "200", side: W.JustificationValues.Left)),
        // A picture on an exact line would be cut to the line.
        Style("Picture", "Picture", "Normal", new W.StyleParagraphProperties(
            new W.KeepNext(), new W.SnapToGrid { Val = false },
            new W.SpacingBetweenLines { Before = "240", Line = "240", LineRule = W.LineSpacingRuleValues.Auto }, new W.Justification { Val = W.JustificationValues.Center })),
        Style("Stamp", "Stamp", "Normal", Paragraph(line: "320", side: W.JustificationValues.Right), Font(HeiTi, "21", colour: "A32400")),
        Style("Origin", "Origin", "Normal", Paragraph(line: "320", before: "360", side: W.JustificationValues.Left), Font(HeiTi, "21", colour: "595959")),
        Style("Footer", "footer", "Normal", Paragraph(line: "320", side: W.JustificationValues.Left), Font("宋体", "28")));

    static W.Style Style(string id, string name, string? from, W.StyleParagraphProperties paragraph, W.StyleRunProperties? run = null, bool isDefault = false)
    {
        var style = new W.Style(new W.StyleName { Val = name }) { Type = W.StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (from is not null) style.Append(new W.BasedOn { Val = from });
        style.Append(new W.PrimaryStyle(), paragraph);
        if (run is not null) style.Append(run);
        return style;
    }

    static W.StyleParagraphProperties Paragraph(string line, W.JustificationValues side, string before = "0", string after = "0", bool keep = false)
    {
        var properties = new W.StyleParagraphProperties();
        if (keep) properties.Append(new W.KeepNext());
        // Only the body stands on the 22 lines; LibreOffice would give each line of a table one of them.
        if (line != Pitch) properties.Append(new W.SnapToGrid { Val = false });
        properties.Append(new W.SpacingBetweenLines { Before = before, After = after, Line = line, LineRule = W.LineSpacingRuleValues.Exact }, new W.Justification { Val = side });
        return properties;
    }

    // English has no indent to tell paragraphs apart.
    static W.StyleParagraphProperties Body(Language language) => language == Language.Zh
        ? new(Indent(language))
        : new(new W.SpacingBetweenLines { After = "140", Line = Pitch, LineRule = W.LineSpacingRuleValues.Exact });

    static W.StyleParagraphProperties Heading(Language language, int level) =>
        new(new W.KeepNext(), Indent(language), new W.OutlineLevel { Val = level });

    static W.Indentation Indent(Language language) =>
        language == Language.Zh ? new W.Indentation { FirstLine = "640", FirstLineChars = 200 } : new W.Indentation { FirstLine = "0" };

    static W.StyleRunProperties Font(string name, string size, bool bold = false, string? colour = null)
    {
        var run = new W.StyleRunProperties(new W.RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = name });
        if (bold) run.Append(new W.Bold());
        if (colour is not null) run.Append(new W.Color { Val = colour });
        run.Append(new W.FontSize { Val = size });
        return run;
    }
}
