using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>The first sheet of a template: how it is filled in, and every column of every sheet with its meaning.</summary>
public sealed class GuideSheet(IReadOnlyList<FilingForm> forms, TextBook texts)
{
    static readonly string[] Steps = ["template.step_one", "template.step_two", "template.step_three", "template.step_four", "template.step_five", "template.step_six"];
    static readonly CellStyle Title = new() { Bold = true, Size = 16 };
    static readonly CellStyle Head = new() { Bold = true, Fill = "DDEBF7", Bordered = true, Centred = true };
    static readonly CellStyle Words = new() { Bordered = true, Wrapped = true };
    static readonly CellStyle Lead = Words with { Underlined = true, Colour = "0563C1" };

    public static SheetLayout Layout { get; } = SheetLayout.OfWidths(24, 34, 8, 46, 52);

    public void Write(SheetWriter sheet)
    {
        sheet.Row([Cell.Of(texts["template.title"], Title)], height: 28);
        sheet.Row([Cell.Of(texts["template.format"]), Cell.Of(FormattableString.Invariant($"format: {FilingForm.Format}"))]);
        foreach (var step in Steps) sheet.Row([Cell.Of(texts[step, ("mark", FilingForm.ExampleMark)])]);
        sheet.RowAt(sheet.LastRow + 2, new[] { "template.sheet", "template.column", "template.unit", "template.way", "template.meaning" }.Select(key => Cell.Of(texts[key], Head)), height: 20);
        var hints = new FormHints(texts);
        foreach (var form in forms)
        {
            foreach (var column in form.Columns)
            {
                sheet.Row([Cell.Of(form.Name, Lead), Cell.Of(column.Header, Words), Cell.Of(column.Field.Unit, Words), Cell.Of(hints.WayOf(column), Words), Cell.Of($"{hints.MeaningOf(column.Field)}\n{hints.NeedOf(column)}", Words)]);
                sheet.Link(1, sheet.LastRow, form.Name, "A1", form.Name);
            }
        }
    }
}
