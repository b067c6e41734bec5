using Junheng.Pipelines.Ingest.Mapping.Headers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>One place a value is read from, as the map writes it, with <c>A | B</c> for other names of the same.</summary>
/// <param name="Text">As written.</param>
/// <param name="Names">The names it may have; the first that is there counts.</param>
public sealed record Operand(string Text, IReadOnlyList<OperandName> Names)
{
    /// <summary>Of a table: the header of a column.</summary>
    public static Operand OfTable(string text) => new(text, Aliases(text).Select(name => new OperandName("", null, HeaderPath.Of(name))).ToList());

    /// <summary>Of a form: <c>标签 @ 表头</c>, or the label alone, with <c>工作表!</c> in front for another sheet of the workbook.</summary>
    public static Operand OfForm(string text) => new(text, Aliases(text).Select(InForm).ToList());

    public bool Equals(Operand? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    static string[] Aliases(string text) => text.Split(" | ", StringSplitOptions.TrimEntries);

    static OperandName InForm(string text)
    {
        var (sheet, rest) = text.IndexOf('!', StringComparison.Ordinal) is > 0 and var mark ? (text[..mark].Trim(), text[(mark + 1)..]) : ("", text);
        return rest.Split(" @ ", 2) is [var label, var header]
            ? new OperandName(sheet, HeaderPath.Of(label), HeaderPath.Of(header))
            : new OperandName(sheet, HeaderPath.Of(rest), null);
    }
}

/// <summary>One name of an operand.</summary>
/// <param name="Sheet">Of a form: another sheet of the workbook, <c>*</c> is any text; empty is the sheet at hand.</param>
/// <param name="Label">Of a form: the label of the row, or of the cell itself; null in a table.</param>
/// <param name="Header">The header of the column; null where a label alone is written.</param>
public sealed record OperandName(string Sheet, HeaderPath? Label, HeaderPath? Header);
