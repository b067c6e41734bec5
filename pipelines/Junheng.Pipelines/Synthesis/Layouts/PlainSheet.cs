using System.Globalization;
using Junheng.Pipelines.Publishing.Workbooks;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>A sheet of words and numbers with merged cells, in whatever kind of file the sample is written.</summary>
sealed record PlainSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    const int MostDigitsOfANumber = 9;

    static readonly Dictionary<string, string> Facts = new() { ["kind"] = "synthetic" };

    public IReadOnlyList<CellRange> Merged { get; init; } = [];

    public static SynthesisFile File(string pathWithoutEnding, SampleFormat format, params IReadOnlyList<PlainSheet> sheets)
    {
        var path = pathWithoutEnding + SampleSource.ExtensionOf(format);
        return format switch
        {
            SampleFormat.Xlsx => new SynthesisFile(path, full => WorkbookWriter.Write(full, Facts, book =>
            {
                foreach (var sheet in sheets) book.Sheet(sheet.Name, SheetLayout.OfWidths(), sheet.Write);
            })),
            _ => new SynthesisFile(path, string.Concat(sheets.Single().Rows.Select(row => string.Join(',', row) + "\n")), SampleSource.EncodingOf(format)),
        };
    }

    void Write(SheetWriter writer)
    {
        foreach (var row in Rows) writer.Row(row.Select(CellOf));
        foreach (var range in Merged) writer.Merge(range);
    }

    // Codes stay text: only what reads the same again is a number.
    static Cell CellOf(string text) =>
        text.Length <= MostDigitsOfANumber && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number.ToString("0.######", CultureInfo.InvariantCulture) == text
            ? Cell.Of(number)
            : Cell.Of(text);
}
