using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>A note on a cell.</summary>
readonly record struct CellComment(int Column, int Row, string Text);

/// <summary>Writes the notes of a sheet: their words, and the boxes in which spreadsheets show them.</summary>
static class CommentParts
{
    public const string Author = "Junheng";

    /// <summary>The kind of box that notes have, under the name by which each box refers to it.</summary>
    public const string BoxKind = """<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""";

    /// <summary>The number of the last box before the first note's.</summary>
    public const int FirstNumber = 1024;

    const int WidthInColumns = 4;
    const int CharactersInALine = 22;

    /// <returns>The id of the part with the boxes.</returns>
    public static string Write(WorksheetPart sheet, IReadOnlyList<CellComment> comments)
    {
        var ordered = comments.OrderBy(comment => comment.Row).ThenBy(comment => comment.Column).ToList();
        var words = sheet.AddNewPart<WorksheetCommentsPart>("comments");
        words.Comments = new X.Comments(new X.Authors(new X.Author(Author)), new X.CommentList(ordered.Select(comment => ElementOf(comment, 0))));
        words.Comments.Save();
        var boxes = sheet.AddNewPart<VmlDrawingPart>("boxes");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(BoxesOf(ordered)));
        boxes.FeedData(stream);
        return "boxes";
    }

    public static X.Comment ElementOf(CellComment comment, uint author) => new(new X.CommentText(TextOf(comment.Text)))
    {
        Reference = CellRange.Address(comment.Column, comment.Row),
        AuthorId = author,
    };

    public static X.Text TextOf(string words) => new(CellText.Fit(words)) { Space = SpaceProcessingModeValues.Preserve };

    static string BoxesOf(IEnumerable<CellComment> comments)
    {
        var text = new StringBuilder($"""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
            <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
            {BoxKind}

            """);
        var number = FirstNumber;
        foreach (var comment in comments) text.Append(BoxOf(comment, ++number));
        return text.Append("</xml>").ToString();
    }

    // A box beside its cell, as tall as its words need; rows and columns count from 0 here.
    public static string BoxOf(CellComment comment, int number)
    {
        var lines = comment.Text.Split('\n').Sum(line => 1 + (line.Length / CharactersInALine));
        var (top, left) = (Math.Max(0, comment.Row - 2), comment.Column);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {left + WidthInColumns}, 15, {top + lines + 2}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{comment.Row - 1}</x:Row><x:Column>{comment.Column - 1}</x:Column></x:ClientData></v:shape>

            """);
    }
}
