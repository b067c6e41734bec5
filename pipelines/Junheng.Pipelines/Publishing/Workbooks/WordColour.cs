using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>How a cell looks while it holds one word. The word says it too: nothing is lost in grey.</summary>
/// <param name="Style">Letters and ground count.</param>
public sealed record WordColour(string Word, CellStyle Style)
{
    internal static X.ConditionalFormatting Element(CellRange cells, IReadOnlyList<WordColour> words, StyleTable styles, ref int priority)
    {
        var element = new X.ConditionalFormatting { SequenceOfReferences = new() { InnerText = cells.ToString() } };
        foreach (var (word, style) in words)
        {
            element.Append(new X.ConditionalFormattingRule(new X.Formula($"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            {
                Type = X.ConditionalFormatValues.CellIs,
                Operator = X.ConditionalFormattingOperatorValues.Equal,
                FormatId = styles.DifferenceOf(style),
                Priority = ++priority,
            });
        }

        return element;
    }
}
