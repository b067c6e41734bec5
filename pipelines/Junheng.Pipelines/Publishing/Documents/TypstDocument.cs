using System.Globalization;
using System.Text;
using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>
/// A document as Typst source, in the layout of GB/T 9704: 22 lines of 28 characters, 仿宋 三号 and its kin. The free fonts that stand in are Noto Serif SC for 仿宋, 楷体 and 小标宋, Noto Sans SC for 黑体.
/// </summary>
static class TypstDocument
{
    public static string Of(DocumentModel document, DocumentFacts facts)
    {
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $"#set document(title: {Quoted(document.PlainTitle)}, date: {DateOf(facts.AsOf)})\n");
        source.Append(CultureInfo.InvariantCulture, $"#set text(lang: \"{(facts.Language == Language.Zh ? "zh" : "en")}\"{(facts.Language == Language.Zh ? ", region: \"cn\"" : "")})\n");
        source.Append(TypstLayout.Of(facts.Layout, facts.Language));
        if (facts.Stamp is not null) source.Append(CultureInfo.InvariantCulture, $"#stamp([{Text(facts.Stamp)}])\n");
        source.Append(CultureInfo.InvariantCulture, $"#document-title[{Inline(document.Title)}]\n");
        foreach (var block in document.Blocks) Write(source, block, facts);
        source.Append(CultureInfo.InvariantCulture, $"#origin[{Text(facts.Origin)}]\n");
        return source.ToString();
    }

    static void Write(StringBuilder source, Block block, DocumentFacts facts)
    {
        switch (block)
        {
            case Heading heading:
                source.Append(CultureInfo.InvariantCulture, $"\n#heading(level: {heading.Level})[{Text(heading.Label)}{Inline(heading.Runs)}]\n");
                break;
            case Paragraph paragraph:
                source.Append(CultureInfo.InvariantCulture, $"\n{Inline(paragraph.Runs)}\n");
                break;
            case Picture picture:
                source.Append(CultureInfo.InvariantCulture, $"\n#picture(\"/{picture.Figure}.svg\", {Quoted(facts.Figures[picture.Figure].Alt)})[{Text(picture.Label)} #h(0.5em) {Inline(picture.Caption)}]\n");
                break;
            case Table table:
                source.Append(CultureInfo.InvariantCulture, $"\n#rows({(TableLength.StaysWhole(table) ? "true" : "false")}, {SizeOf(table, facts.Layout)}, ({string.Join(", ", table.Right.Select(right => right ? "right" : "left"))},), ({Widths(table)},), [{Text(table.Label)} #h(0.5em) {Inline(table.Caption)}],\n");
                source.Append(CultureInfo.InvariantCulture, $"  table.header({Cells(table.Head)}, table.hline(stroke: 0.5pt)),\n");
                foreach (var row in table.Rows) source.Append(CultureInfo.InvariantCulture, $"  {Cells(row)},\n");
                source.Append(")\n");
                break;
        }
    }

    static string SizeOf(Table table, DocumentLayout layout) => (layout, ColumnShares.IsWide(table)) switch
    {
        (DocumentLayout.Official, true) => "9pt",
        (DocumentLayout.Official, false) => "10.5pt",
        (_, true) => "8pt",
        _ => "9pt",
    };

    static string Widths(Table table) => string.Join(", ", ColumnShares.Of(table).Select(share => string.Create(CultureInfo.InvariantCulture, $"{share}fr")));

    static string Cells(IEnumerable<IReadOnlyList<Run>> cells) => string.Join(", ", cells.Select(cell => $"[{Inline(cell)}]"));

    static string Inline(IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.Bold ? $"#strong[{Text(run.Text)}]" : Text(run.Text)));

    /// <summary>Words, whatever characters they have: none of them is Typst.</summary>
    static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            if (@"\#$%&*_`<>@[]{}()~=-+/'"":.".Contains(character, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    static string DateOf(string date)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"datetime(year: {day.Year}, month: {day.Month}, day: {day.Day})");
    }
}
