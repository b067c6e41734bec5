using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Workbooks;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Pipelines.Publishing.Documents.Word;

/// <summary>A document as <c>.docx</c> in the layout of GB/T 9704. The same document gives the same bytes.</summary>
sealed class WordDocument
{
    readonly MainDocumentPart main;
    readonly DocumentFacts facts;
    readonly WordPictures pictures;

    WordDocument(MainDocumentPart main, DocumentFacts facts)
    {
        this.main = main;
        this.facts = facts;
        pictures = new WordPictures(main, WordStyles.Across(facts.Layout));
    }

    public static byte[] Of(DocumentModel document, DocumentFacts facts)
    {
        using var package = new MemoryStream();
        using (var word = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            // Every id is given: those the library makes up differ from run to run.
            var part = word.AddMainDocumentPart();
            word.ChangeIdOfPart(part, "rId1");
            var core = word.AddCoreFilePropertiesPart();
            word.ChangeIdOfPart(core, "rId2");
            using (var properties = new MemoryStream(Encoding.UTF8.GetBytes(CoreProperties(document, facts)))) core.FeedData(properties);
            new WordDocument(part, facts).Write(document);
        }

        package.Position = 0;
        using var timeless = new MemoryStream();
        TimelessArchive.Copy(package, timeless);
        return timeless.ToArray();
    }

    // Title and the date of the data; the library's own properties come in a part with a random name.
    static string CoreProperties(DocumentModel document, DocumentFacts facts) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + $"<dc:title>{SecurityElement.Escape(document.PlainTitle)}</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">{facts.AsOf}T00:00:00Z</dcterms:created></cp:coreProperties>";

    void Write(DocumentModel document)
    {
        var styles = main.AddNewPart<StyleDefinitionsPart>("styles");
        styles.Styles = WordStyles.Of(facts.Layout, facts.Language);
        var settings = main.AddNewPart<DocumentSettingsPart>("settings");
        settings.Settings = new W.Settings(new W.EvenAndOddHeaders());
        if (facts.Layout != DocumentLayout.Card)
        {
            Footer("oddPages", W.JustificationValues.Right);
            Footer("evenPages", W.JustificationValues.Left);
        }

        var body = new W.Body();
        if (facts.Stamp is not null) body.Append(Styled("Stamp", [new Run(facts.Stamp)]));
        body.Append(Styled("Title", document.Title));
        foreach (var block in document.Blocks) body.Append(ElementsOf(block));
        body.Append(Styled("Origin", [new Run(facts.Origin)]));
        body.Append(facts.Layout == DocumentLayout.Official ? WordStyles.Page("oddPages", "evenPages") : WordStyles.Sheet(facts.Layout, "oddPages", "evenPages"));
        main.Document = new W.Document(body);
    }

    IEnumerable<OpenXmlElement> ElementsOf(Block block) => block switch
    {
        Heading heading => [Styled(string.Create(CultureInfo.InvariantCulture, $"Heading{heading.Level}"), [new Run(heading.Label), .. heading.Runs])],
        Paragraph paragraph => [Styled("BodyText", paragraph.Runs)],
        Picture picture => [PictureOf(picture), Styled("Caption", [new Run(picture.Label + "\u3000"), .. picture.Caption])],
        // The caption of a table stands above it and stays with it.
        Table table => [Styled("TableCaption", [new Run(table.Label + "\u3000"), .. table.Caption]), WordTables.Of(table, WordStyles.Across(facts.Layout), Runs), Styled("AfterTable", [])],
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    W.Paragraph PictureOf(Picture picture)
    {
        var figure = facts.Figures[picture.Figure];
        return new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = "Picture" }), new W.Run(pictures.Drawing(figure, picture.Label)));
    }

    static W.Paragraph Styled(string style, IReadOnlyList<Run> runs)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }));
        paragraph.Append(Runs(runs));
        return paragraph;
    }

    static IEnumerable<OpenXmlElement> Runs(IReadOnlyList<Run> runs) => runs.Where(run => run.Text.Length > 0).Select(run =>
    {
        var text = new W.Text(run.Text) { Space = SpaceProcessingModeValues.Preserve };
        return run.Bold ? new W.Run(new W.RunProperties(new W.Bold()), text) : new W.Run(text);
    });

    // — 1 — to the right on odd pages and to the left on even ones, one character in.
    void Footer(string id, W.JustificationValues side)
    {
        var footer = main.AddNewPart<FooterPart>(id);
        footer.Footer = new W.Footer(new W.Paragraph(
            new W.ParagraphProperties(new W.ParagraphStyleId { Val = "Footer" }, new W.Indentation { Left = "280", Right = "280" }, new W.Justification { Val = side }),
            new W.Run(new W.Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            new W.SimpleField(new W.Run(new W.Text("1"))) { Instruction = " PAGE " },
            new W.Run(new W.Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
    }
}
