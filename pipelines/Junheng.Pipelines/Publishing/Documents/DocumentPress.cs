using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Junheng.Models;
using Junheng.Models.Applications;
using Junheng.Pipelines.Publishing.Documents.Binding;
using Junheng.Pipelines.Publishing.Documents.Tracing;
using Junheng.Pipelines.Publishing.Documents.Word;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Publishing.Reviewing;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>Makes a document from a template and a snapshot: numbers bound, figures drawn, one docx, pdf, html and sources.json. All of them or none.</summary>
/// <param name="form">The application form, for templates that print its tables; null where none does.</param>
public sealed class DocumentPress(SnapshotReader reader, FigureCatalog figures, NodeWorker worker, ApplicationForm? form = null)
{
    SourceTrace? trace;

    public async Task<DocumentOutcome> MakeAsync(DocumentTemplate template, DocumentRequest request, string folder, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var (rows, slips) = RowsOf(template, request, cancellation);
        if (slips.Count > 0) return DocumentOutcome.Refused(slips);
        if (rows.GetValueOrDefault(DocumentTemplate.Withheld) is { Rows: [[{ } why, ..], ..] }) return DocumentOutcome.Refused() with { Withheld = RowFormats.Text(why) };
        var (markdown, numbers, unresolved) = TemplateBinder.Bind(template.Text, rows);
        if (unresolved.Count > 0) return DocumentOutcome.Refused(unresolved);
        var (document, refused) = MarkdownReader.Read(markdown, request.Language);
        if (refused.Count > 0) return DocumentOutcome.Refused(refused);

        var cells = CellsOf(numbers, request, cancellation);
        var asked = watch.Elapsed;
        var (drawn, undrawn) = await FiguresOfAsync(document, request, request.FiguresFolder(folder), cancellation);
        if (undrawn.Count > 0) return DocumentOutcome.Refused(undrawn);

        var facts = FactsOf(template.Layout, request.Language, drawn, numbers) with { Cells = cells };
        var typst = TypstDocument.Of(document, facts);
        var (pdf, unset) = await PdfOfAsync(typst, facts, cancellation);
        if (pdf is null) return DocumentOutcome.Refused(unset!);

        var set = watch.Elapsed;
        var files = new List<(string Name, byte[] Content)>
        {
            (request.Name + ".docx", WordDocument.Of(document, facts)),
            (request.Name + ".pdf", pdf),
            (request.Name + ".html", Encoding.UTF8.GetBytes(HtmlDocument.Of(document, facts))),
            (request.SourcesName, Encoding.UTF8.GetBytes(SourcesFile.Of(FigurePress.MarkOf(reader.Snapshot.Catalog), facts, template.Queries))),
        };
        try
        {
            Directory.CreateDirectory(folder);
            var written = files.ConvertAll(file => Save(Path.Combine(folder, file.Name), file.Content));
            return new DocumentOutcome(written, numbers.Count, []) { Times = new DocumentTimes(asked, set - asked, watch.Elapsed - set) };
        }
        catch (IOException taken)
        {
            return DocumentOutcome.Refused(new DocumentFault(taken.Message, "Close the document where it is open, and see that the disk has room."));
        }
    }

    internal (Dictionary<string, RowSet> Rows, List<DocumentFault> Faults) RowsOf(DocumentTemplate template, DocumentRequest request, CancellationToken cancellation)
    {
        var catalog = reader.Snapshot.Catalog;
        var rows = new Dictionary<string, RowSet>(StringComparer.Ordinal)
        {
            ["snapshot"] = new RowSet(
                ["source", "year", "as_of", "day", "rule_pack", "rule_pack_title", "synthetic", "partial", "internal"],
                [[catalog.Title.In(request.Language), request.Year, catalog.AsOf, DayOf(catalog.AsOf, request.Language), catalog.RulePack, catalog.RulePackTitle.In(request.Language), catalog.Synthetic, catalog.Partial, request.Internal]]),
        };
        var faults = new List<DocumentFault>();
        foreach (var (name, sql) in template.Queries)
        {
            try
            {
                rows[name] = reader.Query(sql, cancellation, request.Parameters(catalog.AsOf));
            }
            catch (DbException slip) when (!cancellation.IsCancellationRequested)
            {
                faults.Add(new($"{name}.sql: {slip.Message}", "Correct the query; `junheng query` tries it."));
            }
        }

        if (form is not null && request.County is { } county && FormTables.IsNamed(template.Text))
        {
            // A public edition lists the schools that meet the standard, and no other.
            var tables = new FormTables(form, new ReviewedCounty(reader, county, request.Year, cancellation), county, request.Year, verdict => request.Internal || verdict == "met");
            foreach (var (name, table) in tables.All()) rows[name] = table;
        }

        return (rows, faults);
    }

    /// <summary>A date as sentences have it; tables keep theirs.</summary>
    static string DayOf(string date, Language language) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        .ToString(language == Language.Zh ? "yyyy年M月d日" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    // A public reader has no filings to look into, and their sheets name schools.
    Dictionary<string, IReadOnlyList<CellsOfSheet>> CellsOf(IReadOnlyList<PrintedNumber> numbers, DocumentRequest request, CancellationToken cancellation)
    {
        var questions = numbers.Select(number => number.Explain).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (!request.Internal || questions.Count == 0) return [];
        trace ??= new SourceTrace(reader, cancellation);
        return questions.Select(question => (question, Cells: trace.CellsOf(question))).Where(one => one.Cells.Count > 0).ToDictionary(one => one.question, one => one.Cells, StringComparer.Ordinal);
    }

    async Task<(Dictionary<string, DrawnFigure> Drawn, List<DocumentFault> Faults)> FiguresOfAsync(DocumentModel document, DocumentRequest request, string folder, CancellationToken cancellation)
    {
        var press = new FigurePress(reader, figures, worker);
        var drawn = new Dictionary<string, DrawnFigure>(StringComparer.Ordinal);
        var faults = new List<DocumentFault>();
        foreach (var id in document.Pictures.Select(picture => picture.Figure).Distinct(StringComparer.Ordinal))
        {
            if (figures.Find(id) is not { } figure)
            {
                faults.Add(new($"There is no figure «{id}».", $"There are: {string.Join(", ", figures.Figures.Select(known => known.Id))}."));
                continue;
            }

            var choice = new FigureChoice(request.Language, request.County, request.Year);
            if (!request.Drawn.Contains(id))
            {
                var outcome = await press.DrawAsync(figure, choice, folder, FigureFormats.All, cancellation);
                faults.AddRange(outcome.Faults.Select(fault => new DocumentFault(fault.Message, fault.Fix, fault.Code)));
                if (!outcome.Drawn) continue;
            }

            // Beside the document lie the pictures with their titles; inside it the caption says them.
            var inside = await press.DrawUntitledAsync(figure, choice, cancellation);
            faults.AddRange(inside.Faults.Select(fault => new DocumentFault(fault.Message, fault.Fix, fault.Code)));
            if (inside.Faults.Count > 0) continue;
            var (words, _) = FigureWords.Read(figure, request.Language);
            drawn[id] = new DrawnFigure(Encoding.UTF8.GetString(inside.Of("svg")), inside.Of("png"), words!.Alt);
        }

        return (drawn, faults);
    }

    DocumentFacts FactsOf(DocumentLayout layout, Language language, Dictionary<string, DrawnFigure> drawn, IReadOnlyList<PrintedNumber> numbers)
    {
        var (texts, catalog) = (TextBook.In(language), reader.Snapshot.Catalog);
        string?[] stamps = [catalog.Synthetic ? texts["figure.stamp_synthetic"] : null, catalog.Partial ? texts["figure.stamp_partial"] : null];
        var stamp = string.Join(" · ", stamps.OfType<string>());
        var origin = texts["document.origin", ("source", catalog.Title.In(language)), ("snapshot", FigurePress.MarkOf(catalog)), ("rule_pack", catalog.RulePack), ("numbers", numbers.Count)]
            + (catalog.Official ? "" : texts["figure.study"]);
        return new DocumentFacts(language, layout, stamp.Length == 0 ? null : stamp, origin, catalog.AsOf, drawn, numbers);
    }

    async Task<(byte[]? Pdf, DocumentFault? Fault)> PdfOfAsync(string typst, DocumentFacts facts, CancellationToken cancellation)
    {
        var answer = await worker.AskAsync("typeset", json =>
        {
            json.WriteString("source", typst);
            json.WriteString("words", typst);
            json.WriteStartObject("figures");
            foreach (var (id, figure) in facts.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal)) json.WriteString(id, figure.Svg);
            json.WriteEndObject();
        }, cancellation);
        if (answer.Fault is { } fault) return (null, new DocumentFault(fault.Message, fault.Fix, fault.Code));
        var pdf = answer.Body.GetProperty("pdfBase64").GetBytesFromBase64();
        var pages = pdf.AsSpan().Count("/Type /Page\n"u8);
        return facts.Layout == DocumentLayout.Card && pages != 1
            ? (null, new DocumentFault(string.Create(CultureInfo.InvariantCulture, $"A card is one page, and this one takes {pages}."), "Let its queries give fewer rows, or choose the layout sheet."))
            : (pdf, null);
    }

    static string Save(string path, byte[] content)
    {
        AtomicFile.Write(path, content);
        return path;
    }
}
