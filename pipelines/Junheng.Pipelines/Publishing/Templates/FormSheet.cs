using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>A form as a sheet of a workbook: headers with notes, drop-downs, bounds and formats, an example, and the rows there are.</summary>
public sealed class FormSheet(FilingForm form, TextBook texts)
{
    const double NarrowestColumn = 12;
    const double WidestColumn = 26;
    const double LineHeight = 15;

    static readonly CellStyle Title = new() { Bold = true, Size = 14 };
    static readonly CellStyle Head = new() { Bold = true, Fill = "DDEBF7", Bordered = true, Wrapped = true, Centred = true };
    static readonly CellStyle Needed = Head with { Fill = "FFE699" };
    static readonly CellStyle Shown = new() { Italic = true, Colour = "7F7F7F", Fill = "F2F2F2", Bordered = true };

    readonly FormHints hints = new(texts);

    // The key stays in sight; a wide one would leave no room for the rest.
    public SheetLayout Layout => new(
        form.Columns.Select(column => new SheetColumn(WidthOf(column), StyleOf(column))).ToList(),
        FilingForm.HeaderRow,
        Math.Min(form.Dataset.Key.Count, 2));

    /// <param name="title">Above everything.</param>
    /// <param name="rows">What is filled in already, line by line.</param>
    public void Write(SheetWriter sheet, string title, IEnumerable<IReadOnlyList<string>> rows)
    {
        sheet.Row([Cell.Of(title, Title)], height: 24);
        sheet.Row([Cell.Of(texts["template.advice", ("mark", FilingForm.ExampleMark), ("format", FilingForm.Format)])]);
        sheet.Row(form.Columns.Select(column => Cell.Of(column.Header, column.Field.Required ? Needed : Head)), HeaderHeight());
        sheet.Row(form.Example().Select(text => Cell.Of(text, Shown)));
        foreach (var row in rows) sheet.Row(row.Select((text, index) => CellOf(text, form.Columns[index])));
        for (var column = 1; column <= form.Columns.Count; column++) Help(sheet, column, form.Columns[column - 1]);
    }

    void Help(SheetWriter sheet, int number, FormColumn column)
    {
        sheet.Comment(number, FilingForm.HeaderRow, hints.NoteOf(column));
        var cells = CellRange.Below(number, FilingForm.ExampleRow + 1);
        var (title, hint, refusal) = (column.Header, hints.NoteOf(column), hints.WayOf(column));
        sheet.Expect(column switch
        {
            { Words.Count: > 0 } => new EntryRule.OneOf(cells, column.Words.Select(word => word.Filed).ToList(), title, hint, refusal),
            { Field.Kind: FieldKind.Quantity } => new EntryRule.Between(cells, Number(column.Field.Least!.Value), Number(column.Field.Most!.Value), column.Field.Whole, title, hint, refusal),
            { Field.Kind: FieldKind.Year } => new EntryRule.Between(cells, 1900, 2999, Whole: true, title, hint, refusal),
            _ => new EntryRule.Anything(cells, title, hint),
        });
    }

    static Cell CellOf(string text, FormColumn column) =>
        column.Field.Kind is FieldKind.Quantity or FieldKind.Year && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Cell.Of(number, StyleOf(column))
            : Cell.Of(text, text.Length == 0 ? null : StyleOf(column));

    static CellStyle StyleOf(FormColumn column) => new()
    {
        Format = column.Field.Kind switch
        {
            FieldKind.Quantity => column.Field.Whole ? NumberFormat.Whole : NumberFormat.General,
            FieldKind.Year => NumberFormat.Year,
            FieldKind.Date => NumberFormat.Date,
            // A drop-down of words needs no format.
            _ => column.Words.Count > 0 ? NumberFormat.General : NumberFormat.Text,
        },
    };

    static double WidthOf(FormColumn column) => Math.Clamp(DisplayWidth.Of(column.Header) + 2, NarrowestColumn, WidestColumn);

    double HeaderHeight() => LineHeight * Math.Max(2, form.Columns.Max(column => (int)Math.Ceiling(DisplayWidth.Of(column.Header) / (WidthOf(column) - 2))));

    static decimal Number(Models.Numbers.Rational number) => decimal.Parse(number.ToTruncatedDecimal(12), CultureInfo.InvariantCulture);
}
