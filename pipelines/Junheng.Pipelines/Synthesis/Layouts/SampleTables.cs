using System.Globalization;
using Junheng.Pipelines.Publishing.Workbooks;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The sample in tables of its own: a file a table and year.</summary>
static class SampleTables
{
    const int MostDigitsOfANumber = 9;

    static readonly Dictionary<string, string> Facts = new() { ["kind"] = "synthetic" };

    public static IEnumerable<SynthesisFile> Files(IReadOnlyList<FiledTable> tables, SampleFormat format) =>
    [
        new("maps/demo-city.yaml", Templates.Map),
        format == SampleFormat.Csv
            ? new SynthesisFile(SampleFolder.Source, Templates.Source)
            : SampleSource.Of(Templates.SourceHead, tables.DistinctBy(table => table.Name).Select(table => ($"{table.FolderPattern}/{table.Name}", (IEnumerable<string>)[table.Dataset])), format),
        .. tables.Select(table => FileOf($"{table.Folder}/{table.Name}{SampleSource.ExtensionOf(format)}", table.Sheet, format)),
    ];

    static SynthesisFile FileOf(string path, Sheet sheet, SampleFormat format) => format == SampleFormat.Xlsx
        ? new SynthesisFile(path, full => WorkbookWriter.Write(full, Facts, book => book.Sheet("Sheet1", SheetLayout.OfWidths(), writer => Copy(sheet, writer))))
        : new SynthesisFile(path, sheet.Csv(), SampleSource.EncodingOf(format));

    static void Copy(Sheet sheet, SheetWriter writer)
    {
        foreach (var line in sheet.Csv().TrimEnd('\n').Split('\n')) writer.Row(line.Split(',').Select(CellOf));
    }

    // Codes stay text: only what reads the same again is a number.
    static Cell CellOf(string text) =>
        text.Length <= MostDigitsOfANumber && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Sheet.Cell(number) == text
            ? Cell.Of(number)
            : Cell.Of(text);
}
