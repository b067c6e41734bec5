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
        source.Append(Layout(facts.Language));
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
                source.Append(CultureInfo.InvariantCulture, $"\n#rows({(ColumnShares.IsWide(table) ? "9pt" : "10.5pt")}, ({string.Join(", ", table.Right.Select(right => right ? "right" : "left"))},), ({Widths(table)},), [{Text(table.Label)} #h(0.5em) {Inline(table.Caption)}],\n");
                source.Append(CultureInfo.InvariantCulture, $"  table.header({Cells(table.Head)}, table.hline(stroke: 0.5pt)),\n");
                foreach (var row in table.Rows) source.Append(CultureInfo.InvariantCulture, $"  {Cells(row)},\n");
                source.Append(")\n");
                break;
        }
    }

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

    /// <summary>
    /// 28 characters of 16 pt with 0.22 pt less between them fit 156 mm; 22 lines at 28.95 pt are 225 mm. Chinese lines are filled one after the other: Typst's own way moves characters on to fill a short last line.
    /// </summary>
    internal static string Layout(Language language) => $$"""
        #let serif = ("Noto Serif SC",)
        #let sans = ("Noto Sans SC",)
        #set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 7mm, footer: context {
          set text(size: 14pt, font: serif)
          let number = [— #counter(page).display() —]
          if calc.odd(counter(page).get().first()) { align(right, pad(right: 1em, number)) } else { align(left, pad(left: 1em, number)) }
        })
        #set text(font: serif, size: 16pt, tracking: -0.22pt, top-edge: 0.8em, bottom-edge: -0.2em, cjk-latin-spacing: none, costs: (orphan: 0%, widow: 0%))
        #set par(leading: 12.95pt, spacing: {{(language == Language.Zh ? "12.95pt" : "20pt")}}, justify: true, linebreaks: {{(language == Language.Zh ? "\"simple\"" : "auto")}}, first-line-indent: (amount: {{(language == Language.Zh ? "31.56pt" : "0pt")}}, all: true))
        #show heading: it => block(above: 12.95pt, below: 12.95pt, sticky: true, par(first-line-indent: 0pt, text(size: 16pt, font: if it.level == 2 { serif } else { sans }, weight: "bold")[{{(language == Language.Zh ? "#h(31.56pt)" : "")}}#it.body]))
        #let document-title(body) = block(above: 0pt, below: 28.95pt, width: 100%, align(center, par(first-line-indent: 0pt, leading: 12pt, justify: false, text(size: 22pt, font: serif, weight: "bold", body))))
        #let stamp(body) = place(top + right, dy: -14mm, box(stroke: 0.75pt + rgb("#a32400"), inset: 3pt, radius: 1.5pt, text(size: 10.5pt, font: sans, weight: "bold", fill: rgb("#a32400"), body)))
        #let origin(body) = block(above: 18pt, par(first-line-indent: 0pt, leading: 5pt, text(size: 10.5pt, font: sans, fill: rgb("#595959"), body)))
        #let caption(body) = par(first-line-indent: 0pt, justify: false, leading: 5pt, text(size: 12pt, font: sans, weight: "bold", tracking: 0pt, body))
        #let picture(path, alt, body) = place(auto, float: true, clearance: 18pt, block(width: 100%, breakable: false, align(center, { image(path, width: 100%, alt: alt); v(6pt, weak: true); caption(body) })))
        #let rows(size, sides, widths, body, ..cells) = block(above: 14pt, below: 14pt, width: 100%, {
          set par(first-line-indent: 0pt, leading: 4pt, spacing: 4pt, justify: false)
          set text(size: size, tracking: 0pt)
          set table.cell(breakable: false)
          align(center, block(sticky: true, below: 6pt, caption(body)))
          table(columns: widths, align: (column, _) => sides.at(column), stroke: none, inset: (x: 3pt, y: 3.2pt), table.hline(stroke: 1pt), ..cells, table.hline(stroke: 1pt))
        })

        """;
}
