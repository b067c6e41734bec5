using System.Text;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents.Binding;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Tables = Markdig.Extensions.Tables;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>Reads bound Markdown into a document: a title, numbered headings, paragraphs, tables, figures. What else Markdown knows is refused, because not every form could show it.</summary>
sealed class MarkdownReader
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>Headings that begin so are not numbered.</summary>
    static readonly string[] Unnumbered = ["附", "Annex"];

    readonly Numbering numbering;
    readonly List<Block> blocks = [];
    readonly List<DocumentFault> faults = [];
    IReadOnlyList<Run> title = [];
    IReadOnlyList<Run>? caption;

    MarkdownReader(Language language) => numbering = new Numbering(language);

    public static (DocumentModel Document, IReadOnlyList<DocumentFault> Faults) Read(string markdown, Language language)
    {
        var reader = new MarkdownReader(language);
        foreach (var block in Markdown.Parse(markdown, Pipeline)) reader.Add(block);
        if (reader.title.Count == 0) reader.faults.Add(new("The template has no title.", "Begin it with a line «# …»."));
        return (new DocumentModel(reader.title, reader.blocks), reader.faults);
    }

    void Add(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock { Level: 1 } heading: title = RunsOf(heading.Inline); break;
            case HeadingBlock { Level: <= 4 } heading: AddHeading(heading); break;
            case ParagraphBlock paragraph when PictureOf(paragraph) is { } picture: blocks.Add(picture); break;
            case ParagraphBlock paragraph: AddParagraph(RunsOf(paragraph.Inline)); break;
            case Tables.Table table: AddTable(table); break;
            // A line that hides in a browser: notes to whoever writes the template.
            case HtmlBlock { Type: HtmlBlockType.Comment }: break;
            default: faults.Add(DocumentFault.AtLine(block.Line + 1, $"of the bound text, {block.GetType().Name} has no form here.", "Use headings, paragraphs, tables and figures.")); break;
        }
    }

    void AddHeading(HeadingBlock heading)
    {
        var runs = RunsOf(heading.Inline);
        var numbered = !Unnumbered.Any(start => DocumentModel.Plain(runs).StartsWith(start, StringComparison.Ordinal));
        blocks.Add(new Heading(heading.Level - 1, numbered ? numbering.Heading(heading.Level - 1) : "", runs));
    }

    // A paragraph in bold alone is the caption of the table that follows.
    void AddParagraph(IReadOnlyList<Run> runs)
    {
        if (runs.Count > 0 && runs.All(run => run.Bold)) caption = [.. runs.Select(run => run with { Bold = false })];
        else if (runs.Count > 0) blocks.Add(new Paragraph(runs));
    }

    void AddTable(Tables.Table table)
    {
        var rows = table.OfType<Tables.TableRow>().Select(row => row.OfType<Tables.TableCell>().Select(cell => RunsOf((cell.FirstOrDefault() as ParagraphBlock)?.Inline)).ToList()).ToList();
        if (caption is null) faults.Add(DocumentFault.AtLine(table.Line + 1, "of the bound text, a table without a caption.", "Write «**caption**» as a paragraph before it."));
        var right = rows[0].Select((_, column) => column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == Tables.TableColumnAlign.Right).ToList();
        blocks.Add(new Table(numbering.Table(), caption ?? [], rows[0], rows.Skip(1).Select(row => (IReadOnlyList<IReadOnlyList<Run>>)row).ToList(), right));
        caption = null;
    }

    Picture? PictureOf(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is LinkInline { IsImage: true, NextSibling: null } link && link.Url is { } url && url.StartsWith("figure:", StringComparison.Ordinal)
            ? new Picture(url["figure:".Length..], numbering.Figure(), RunsOf(link))
            : null;

    static IReadOnlyList<Run> RunsOf(ContainerInline? inline)
    {
        var parts = new List<(StringBuilder Text, bool Bold)>();
        if (inline is not null) Collect(inline, bold: false, parts);
        return [.. parts.SelectMany(part => NumberMarks.Split(part.Text.ToString()).Select(piece => new Run(piece.Text, part.Bold, piece.Id)))];
    }

    static void Collect(ContainerInline container, bool bold, List<(StringBuilder Text, bool Bold)> parts)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case EmphasisInline emphasis: Collect(emphasis, bold || emphasis.DelimiterCount == 2, parts); break;
                case LineBreakInline: Append("\n"); break;
                case LiteralInline literal: Append(literal.Content.ToString()); break;
                case ContainerInline inner: Collect(inner, bold, parts); break;
            }
        }

        void Append(string text)
        {
            if (parts.Count == 0 || parts[^1].Bold != bold) parts.Add((new StringBuilder(), bold));
            var to = parts[^1].Text;
            // A line of the template ends anywhere: between Chinese characters that is nothing, else a space.
            if (to.Length > 0 && to[^1] == '\n')
            {
                to.Length--;
                if (to.Length > 0 && text.Length > 0 && !IsChinese(to[^1]) && !IsChinese(text[0])) to.Append(' ');
            }

            to.Append(text);
        }
    }

    static bool IsChinese(char character) => character is (>= '\u2e80' and <= '\ud7ff') or (>= '\uf900' and <= '\uffef');
}
