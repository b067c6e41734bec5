using System.Diagnostics;
using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Models.Applications;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Tests.Publishing.Explaining;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>The demo city's briefing of 2024, written once in each language.</summary>
public sealed class BriefedCity : IAsyncLifetime, IDisposable
{
    readonly ExplainedCity city = ExplainedCity.Demo();
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("junheng-brief-");

    internal NodeWorker Worker { get; } = new(NodeWorkerOptions.For(AppContext.BaseDirectory));

    internal DocumentOutcome Zh { get; private set; } = null!;

    internal DocumentOutcome En { get; private set; } = null!;

    internal string Folder(string name) => Path.Combine(root.FullName, name);

    internal string PathOf(string language, string extension) => Path.Combine(Folder(language), "city-2024" + extension);

    public async Task InitializeAsync()
    {
        Zh = await MakeAsync(new DocumentRequest("city-2024", Language.Zh, 2024, Internal: true), "zh");
        En = await MakeAsync(new DocumentRequest("city-2024", Language.En, 2024, Internal: false), "en");
    }

    internal async Task<DocumentOutcome> MakeAsync(DocumentRequest request, string folder, Func<DocumentTemplate, DocumentTemplate>? change = null)
    {
        var (template, _) = DocumentTemplate.Read(Path.Combine(ShippedContent.Briefings, "city"), request.Language);
        return await new DocumentPress(city.Reader, FigureCatalog.Open(ShippedContent.Figures), Worker)
            .MakeAsync(change?.Invoke(template!) ?? template!, request, Folder(folder), CancellationToken.None);
    }

    /// <summary>A county with schools that fail.</summary>
    internal const string County = "990101";

    /// <summary>A school of it; its teaching area is below the floor.</summary>
    internal const string FailingSchool = "9901010002";

    readonly Dictionary<(string, string, bool), string> made = [];

    /// <summary>A document of the county, made once for all tests that look at it.</summary>
    internal async Task<string> MakeOfAsync(string kind, string language, bool isInternal, string? school = null)
    {
        if (made.TryGetValue((kind, language, isInternal), out var known)) return known;
        var folder = Folder($"{kind}-{language}-{(isInternal ? "internal" : "public")}");
        var request = new DocumentRequest(kind, language == "zh" ? Language.Zh : Language.En, 2024, isInternal) { County = County, School = school };
        var (template, _) = DocumentTemplate.Read(Path.Combine(ShippedContent.Briefings, kind), request.Language);
        var outcome = await Press.MakeAsync(template!, request, folder, CancellationToken.None);
        Assert.Empty(outcome.Faults);
        return made[(kind, language, isInternal)] = folder;
    }

    /// <summary>Code, name, and name without its county's, of each school of the county that fails; as a pattern.</summary>
    internal IReadOnlyList<Regex> FailingSchools(string? county = County) =>
    [
        .. city.Reader.Query("select distinct school_code, school_name, county_name from school_verdict join school using (year, school_code) join county on county.county_code = school.county_code where year = 2024 and ($county is null or school.county_code = $county) and verdict = 'not_met' order by all",
            CancellationToken.None, ("county", county)).Rows.Select(row =>
        {
            var (code, name) = ((string)row[0]!, (string)row[1]!);
            // 第二小学 is no 第十二小学.
            return new Regex($@"{code}|{name}|(?<!\p{{IsCJKUnifiedIdeographs}}){name[((string)row[2]!).Length..]}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        }),
    ];

    /// <summary>Everything a reader of a document's files could find a name in.</summary>
    internal static IEnumerable<string> TextsOf(string folder, string name, string? sources = null)
    {
        yield return File.ReadAllText(Path.Combine(folder, name + ".html"));
        yield return File.ReadAllText(Path.Combine(folder, sources ?? name + ".sources.json"));
        foreach (var figure in Directory.EnumerateFiles(folder, "*.*", new EnumerationOptions { RecurseSubdirectories = true }).Where(path => Path.GetExtension(path) is ".svg" or ".csv")) yield return File.ReadAllText(figure);
        if (PdfText(Path.Combine(folder, name + ".pdf")) is { } pages) yield return pages;
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(Path.Combine(folder, name + ".docx"), isEditable: false);
        yield return word.MainDocumentPart!.Document!.InnerText;
        foreach (var part in word.MainDocumentPart.ImageParts.Where(part => part.ContentType == "image/svg+xml"))
        {
            using var svg = new StreamReader(part.GetStream());
            yield return svg.ReadToEnd();
        }
    }

    /// <summary>The words of a pdf; null where this machine has nothing to read them.</summary>
    static string? PdfText(string path)
    {
        try
        {
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", [path, "-"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            reader.ErrorDataReceived += (_, _) => { };
            reader.BeginErrorReadLine();
            return reader.StandardOutput.ReadToEnd();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    internal DocumentPress Press => PressWith(Worker);

    internal DocumentPress PressWith(NodeWorker worker) => new(city.Reader, FigureCatalog.Open(ShippedContent.Figures), worker, Form());

    internal IReadOnlyList<DocumentRequest> RequestsOf(string kind, string? county) => DocumentBatch.RequestsOf(
        DocumentTemplate.Read(Path.Combine(ShippedContent.Briefings, kind), Language.Zh).Template!, kind, city.Reader, Language.Zh, 2024, isInternal: true, county, school: null, CancellationToken.None);

    /// <summary>Places of the cells explain names, one by one.</summary>
    internal IReadOnlyList<string> ExplainedCells(string question) => [.. city.Explain(question).Sources.SelectMany(source => source.Filed.Cells).Select(cell => cell.Place).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The one value a query gives.</summary>
    internal string One(string sql) => RowFormats.Text(Assert.Single(city.Reader.Query(sql, CancellationToken.None, ("county", County)).Rows)[0]);

    static ApplicationForm Form()
    {
        var findings = new FindingList();
        return new ApplicationFormReader(FieldCatalogReader.Read(ShippedContent.Fields, findings)).Read(ShippedContent.ApplicationForm, findings)!;
    }

    internal IReadOnlyDictionary<string, RowSet> RowsOf(DocumentTemplate template, string kind, Language language = Language.Zh, string county = County)
    {
        var (rows, faults) = Press.RowsOf(template, new DocumentRequest(kind, language, 2024, Internal: true) { County = kind == "city" ? null : county, School = kind == "school" ? FailingSchool : null }, CancellationToken.None);
        Assert.Empty(faults);
        return rows;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Worker.Dispose();
        city.Dispose();
        root.Delete(recursive: true);
    }
}
