using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>A document as one page that needs nothing else: figures inside, no request to anywhere, printable. A click on a number says where it comes from.</summary>
static partial class HtmlDocument
{
    public static string Of(DocumentModel document, DocumentFacts facts)
    {
        var texts = TextBook.In(facts.Language);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{(facts.Language == Language.Zh ? "zh-CN" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Encoded(document.PlainTitle)}</title>\n<style>\n{Style}</style>\n</head>\n<body>\n<main>\n");
        if (facts.Stamp is not null) html.Append(CultureInfo.InvariantCulture, $"<p class=\"stamp\">{Encoded(facts.Stamp)}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Inline(document.Title)}</h1>\n");
        foreach (var block in document.Blocks) Write(html, block, facts);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"origin\">{Encoded(facts.Origin)}</p>\n<p class=\"origin\">{Encoded(texts["document.click"])}</p>\n</main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<aside id=\"source\" hidden></aside>\n<script>\nconst sources = {SourcesFile.InScript(facts)};\n{Script}</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    static void Write(StringBuilder html, Block block, DocumentFacts facts)
    {
        switch (block)
        {
            case Heading heading:
                html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level + 1}>{Encoded(heading.Label)}{Inline(heading.Runs)}</h{heading.Level + 1}>\n");
                break;
            case Paragraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p>{Inline(paragraph.Runs)}</p>\n");
                break;
            case Picture picture:
                var figure = facts.Figures[picture.Figure];
                html.Append(CultureInfo.InvariantCulture, $"<figure role=\"img\" aria-label=\"{Encoded(figure.Alt)}\">\n{Responsive(figure.Svg)}<figcaption>{Encoded(picture.Label)} {Inline(picture.Caption)}</figcaption>\n</figure>\n");
                break;
            case Table table:
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\"><table>\n<caption>{Encoded(table.Label)} {Inline(table.Caption)}</caption>\n<thead><tr>");
                for (var column = 0; column < table.Head.Count; column++) html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Side(table, column)}>{Inline(table.Head[column])}</th>");
                html.Append("</tr></thead>\n<tbody>\n");
                foreach (var row in table.Rows)
                {
                    html.Append("<tr>");
                    for (var column = 0; column < row.Count; column++) html.Append(CultureInfo.InvariantCulture, $"<td{Side(table, column)}>{Inline(row[column])}</td>");
                    html.Append("</tr>\n");
                }

                html.Append("</tbody>\n</table></div>\n");
                break;
        }
    }

    static string Side(Table table, int column) => column < table.Right.Count && table.Right[column] ? " class=\"number\"" : "";

    static string Inline(IEnumerable<Run> runs) => string.Concat(runs.Select(run =>
    {
        var text = Encoded(run.Text);
        if (run.Number is { } number) text = string.Create(CultureInfo.InvariantCulture, $"<span class=\"n\" role=\"button\" tabindex=\"0\" data-n=\"{number}\">{text}</span>");
        return run.Bold ? $"<strong>{text}</strong>" : text;
    }));

    // The picture's own size is a print size; in a page it is as wide as the text.
    static string Responsive(string svg) => SvgSize().Replace(svg, "<svg${others}", 1);

    static string Encoded(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("""<svg(?<others> [^>]*?) width="\d+" height="\d+"(?= viewBox)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SvgSize();

    const string Style = """
        :root { color: #1a1a1a; background: #fff; font: 17px/1.75 "Noto Serif SC", "Source Han Serif SC", FangSong, STFangsong, SimSun, serif; }
        body { margin: 0; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.6rem; text-align: center; line-height: 1.4; margin: 1rem 0 1.5rem; }
        h2, h3, h4 { font-family: "Noto Sans SC", "Microsoft YaHei", SimHei, sans-serif; font-size: 1.1rem; margin: 2rem 0 .5rem; }
        p { margin: .5rem 0; text-align: justify; overflow-wrap: anywhere; }
        html[lang^=zh] main > p:not(.stamp):not(.origin) { text-indent: 2em; }
        .stamp { color: #a32400; border: 1px solid; border-radius: 3px; padding: 0 .5rem; width: fit-content; margin-left: auto; font-size: .8rem; }
        .origin { color: #595959; font-size: .8rem; }
        figure { margin: 1.5rem 0; }
        figure svg { width: 100%; height: auto; }
        figcaption, caption { text-align: center; font-size: .9rem; caption-side: top; padding: .3rem 0; }
        .wide { overflow-x: auto; margin: 1.5rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.5; border-top: 1.5px solid; border-bottom: 1.5px solid; }
        thead { border-bottom: .75px solid; }
        th, td { padding: .2rem .4rem; text-align: left; vertical-align: top; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .n { cursor: pointer; border-bottom: 1px dotted #8c8c8c; }
        .n:focus-visible { outline: 2px solid #1f5a92; }
        @media (max-width: 40rem) { .wide table { min-width: 38rem; } }
        #source { position: fixed; inset: auto 0 0; background: #fff; border-top: 2px solid #1f5a92; padding: .75rem 1rem; font: 14px/1.5 "Noto Sans SC", sans-serif; overflow-wrap: anywhere; white-space: pre-line; max-height: 40vh; overflow-y: auto; }
        @media print { #source, .origin + .origin { display: none !important; } .n { border: 0; } tr, figure { break-inside: avoid; } thead { display: table-header-group; } }

        """;

    const string Script = """
        const box = document.getElementById('source');
        const show = (target) => {
          const number = target.closest('[data-n]');
          box.hidden = !number;
          if (!number) return;
          const source = sources.numbers[Number(number.dataset.n) - 1];
          const key = Object.entries(source.key).map(([name, value]) => `${name} = ${value}`).join(', ');
          const lines = [`${source.printed}: ${source.query}.${source.column}, row ${source.row} (${key})`];
          if (source.explain) lines.push(...source.explain.split('; ').map((words) => `junheng explain ${words}`));
          for (const { file, sheet, cells } of sources.cells[source.explain] ?? [])
            lines.push(`${sheet ? `${file} ${sheet}` : file}: ${cells.slice(0, 24).join(' ')}${cells.length > 24 ? ` … (${cells.length})` : ''}`);
          box.textContent = lines.join('\n');
        };
        document.addEventListener('click', (event) => show(event.target));
        document.addEventListener('keydown', (event) => { if (event.key === 'Enter') show(event.target); });

        """;
}
