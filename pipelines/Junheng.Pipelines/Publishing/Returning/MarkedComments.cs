using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Junheng.Pipelines.Publishing.Workbooks;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>Adds our notes to a sheet that may have notes of its own. Those of an earlier return are taken away first.</summary>
static partial class MarkedComments
{
    // Behind a county's own note on the same cell ours begins with this.
    static readonly string Behind = $"\n\n[{CommentParts.Author}]\n";

    /// <returns>The id of the part with the boxes; null when the sheet has no note at all.</returns>
    public static string? Add(WorksheetPart sheet, IReadOnlyList<CellComment> notes)
    {
        if (sheet.WorksheetCommentsPart is not { } words) return notes.Count == 0 ? null : CommentParts.Write(sheet, notes);
        var boxes = sheet.VmlDrawingParts.FirstOrDefault(part => TextOf(part).Contains("ObjectType=\"Note\"", StringComparison.Ordinal)) ?? throw new NotCopyableException(words.Uri.ToString());
        var text = TextOf(boxes);
        text = WithoutBoxes(text, TakeOursAway(words.Comments));
        var number = Numbers().Matches(text).Select(Number).Append(CommentParts.FirstNumber).Max();
        var added = new StringBuilder();
        foreach (var note in notes.Where(note => Put(words.Comments, note)).ToList()) added.Append(CommentParts.BoxOf(note, ++number));
        words.Comments.Save();
        var end = text.LastIndexOf("</xml>", StringComparison.Ordinal);
        if (end < 0) throw new NotCopyableException(boxes.Uri.ToString());
        var kind = text.Contains("\"_x0000_t202\"", StringComparison.Ordinal) ? "" : CommentParts.BoxKind;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.Insert(end, kind + added)));
        boxes.FeedData(stream);
        return sheet.GetIdOfPart(boxes);
    }

    /// <returns>Whether the cell had no note, and needs a box.</returns>
    static bool Put(X.Comments comments, CellComment note)
    {
        comments.CommentList ??= new X.CommentList();
        var address = CellRange.Address(note.Column, note.Row);
        if (comments.CommentList.Elements<X.Comment>().FirstOrDefault(one => one.Reference == address) is { CommentText: { } theirs })
        {
            theirs.InsertAfter(new X.Run(CommentParts.TextOf(Behind + note.Text)), theirs.ChildElements.LastOrDefault(child => child is X.Run or X.Text));
            return false;
        }

        comments.CommentList.Append(CommentParts.ElementOf(note, OurNumber(comments)));
        return true;
    }

    static uint OurNumber(X.Comments comments)
    {
        comments.Authors ??= new X.Authors();
        var authors = comments.Authors.Elements<X.Author>().ToList();
        var index = authors.FindIndex(author => author.Text == CommentParts.Author);
        if (index >= 0) return (uint)index;
        comments.Authors.Append(new X.Author(CommentParts.Author));
        return (uint)authors.Count;
    }

    static HashSet<(int Row, int Column)> TakeOursAway(X.Comments comments)
    {
        var authors = comments.Authors?.Elements<X.Author>().Select(author => author.Text).ToList() ?? [];
        var cells = new HashSet<(int Row, int Column)>();
        foreach (var comment in comments.CommentList?.Elements<X.Comment>().ToList() ?? [])
        {
            foreach (var run in comment.CommentText?.Elements<X.Run>().Where(run => run.InnerText.StartsWith(Behind, StringComparison.Ordinal)).ToList() ?? []) run.Remove();
            if (authors.ElementAtOrDefault((int)(comment.AuthorId?.Value ?? 0)) != CommentParts.Author || CellAddress.Of(comment.Reference?.Value) is not { } cell) continue;
            cells.Add((cell.Row, cell.Column));
            comment.Remove();
        }

        return cells;
    }

    // Rows and columns count from 0 there.
    static string WithoutBoxes(string boxes, HashSet<(int Row, int Column)> cells) => cells.Count == 0 ? boxes : Shapes().Replace(
        boxes, shape => Row().Match(shape.Value) is { Success: true } row && Column().Match(shape.Value) is { Success: true } column && cells.Contains((Number(row) + 1, Number(column) + 1)) ? "" : shape.Value);

    static int Number(Match match) => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    static string TextOf(VmlDrawingPart part)
    {
        using var reader = new StreamReader(part.GetStream(FileMode.Open, FileAccess.Read));
        return reader.ReadToEnd();
    }

    [GeneratedRegex("_s(?<number>[0-9]{1,7})\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("<x:Row>(?<number>[0-9]{1,7})</x:Row>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("<x:Column>(?<number>[0-9]{1,7})</x:Column>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();

    [GeneratedRegex(@"<v:shape\s.*?</v:shape>", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Shapes();
}
