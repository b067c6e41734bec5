using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>The page of each layout in Typst. What a document is made of (title, stamp, rows, picture, origin) has the same names in both.</summary>
static class TypstLayout
{
    /// <summary>A long table begins where its caption, its head and three rows have room; words stand off from the numbers before them.</summary>
    const string Common = """
        #let room = { block(above: 0pt, below: 0pt, height: 150pt, breakable: false); v(-150pt) }
        #let gap(sides, column) = sides.len() <= 9 and column > 0 and sides.at(column) == left and sides.at(column - 1) == right

        """;

    public static string Of(DocumentLayout layout, Language language) => Common + (layout == DocumentLayout.Official ? Official(language) : Sheet(layout, language));

    /// <summary>
    /// 28 characters of 16 pt with 0.22 pt less between them fit 156 mm; 22 lines at 28.95 pt are 225 mm. Chinese lines are filled one after the other: Typst's own way moves characters on to fill a short last line.
    /// </summary>
    public static string Official(Language language) => $$"""
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
        #let rows(whole, size, sides, widths, body, ..cells) = block(above: 14pt, below: 14pt, width: 100%, breakable: not whole, {
          set par(first-line-indent: 0pt, leading: 4pt, spacing: 4pt, justify: false)
          set text(size: size, tracking: 0pt)
          set table.cell(breakable: false)
          show table.cell.where(y: 0): strong
          if not whole { room }
          align(center, block(sticky: true, below: 6pt, caption(body)))
          table(columns: widths, align: (column, _) => sides.at(column), stroke: none, inset: (column, _) => (left: if gap(sides, column) { 12pt } else { 3pt }, right: 3pt, top: 4pt, bottom: 2.6pt), table.hline(stroke: 1pt), ..cells, table.hline(stroke: 1pt))
        })

        """;

    /// <summary>One A4 side in small type. A card has no page number, for it has no other page.</summary>
    static string Sheet(DocumentLayout layout, Language language) => $$"""
        #let serif = ("Noto Serif SC",)
        #let sans = ("Noto Sans SC",)
        #set page(paper: "a4", margin: (top: 16mm, bottom: 14mm, left: 18mm, right: 18mm), footer: {{(layout == DocumentLayout.Card ? "none" : "context align(center, text(size: 9pt, font: serif)[— #counter(page).display() —])")}})
        #set text(font: serif, size: 10pt, top-edge: 0.8em, bottom-edge: -0.2em, cjk-latin-spacing: none)
        #set par(leading: 4.5pt, spacing: 6pt, justify: {{(language == Language.Zh ? "true" : "false")}}, linebreaks: {{(language == Language.Zh ? "\"simple\"" : "auto")}})
        #show heading: it => block(above: 8pt, below: 4pt, sticky: true, text(size: 11pt, font: sans, weight: "bold", it.body))
        #let document-title(body) = block(above: 0pt, below: 8pt, width: 100%, align(center, par(leading: 5pt, justify: false, text(size: 16pt, font: serif, weight: "bold", body))))
        #let stamp(body) = place(top + right, dy: -9mm, box(stroke: 0.75pt + rgb("#a32400"), inset: 2.5pt, radius: 1.5pt, text(size: 9pt, font: sans, weight: "bold", fill: rgb("#a32400"), body)))
        #let origin(body) = block(above: 6pt, par(leading: 3pt, text(size: 7.5pt, font: sans, fill: rgb("#595959"), body)))
        #let caption(body) = par(justify: false, leading: 3pt, text(size: 9.5pt, font: sans, weight: "bold", body))
        #let picture(path, alt, body) = block(above: 8pt, below: 8pt, width: 100%, breakable: false, align(center, { image(path, width: 100%, alt: alt); v(3pt, weak: true); caption(body) }))
        #let rows(whole, size, sides, widths, body, ..cells) = block(above: 7pt, below: 7pt, width: 100%, breakable: not whole, {
          set par(leading: 2.5pt, spacing: 2.5pt, justify: false)
          set text(size: size)
          set table.cell(breakable: false)
          show table.cell.where(y: 0): strong
          if not whole { room }
          block(sticky: true, below: 3pt, caption(body))
          table(columns: widths, align: (column, _) => sides.at(column), stroke: none, inset: (column, _) => (left: if gap(sides, column) { 12pt } else { 4pt }, right: 4pt, top: 3.2pt, bottom: 1.8pt), table.hline(stroke: 0.9pt), ..cells, table.hline(stroke: 0.9pt))
        })

        """;
}
