using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Tests.Publishing.Reviewing;

/// <summary>A workbook in which somebody typed over some cells.</summary>
static class EditedForm
{
    /// <param name="edits">Sheet, cell, and what to type there instead of what it says.</param>
    public static void Edit(string path, params (string Sheet, string Cell, Func<string, string> To)[] edits)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var book = document.WorkbookPart!;
        foreach (var (sheet, address, to) in edits)
        {
            var part = (WorksheetPart)book.GetPartById(book.Workbook!.Descendants<X.Sheet>().Single(one => one.Name == sheet).Id!);
            var row = part.Worksheet!.Descendants<X.Row>().Single(one => one.RowIndex! == uint.Parse(address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWX"]), null));
            var cell = row.Elements<X.Cell>().FirstOrDefault(one => one.CellReference == address);
            Assert.True(cell is not null, $"{sheet} {address} is not filled in.");
            var text = to(cell.InnerText);
            cell.RemoveAllChildren();
            cell.DataType = X.CellValues.InlineString;
            cell.Append(new X.InlineString(new X.Text(text)));
            part.Worksheet.Save();
        }
    }
}
