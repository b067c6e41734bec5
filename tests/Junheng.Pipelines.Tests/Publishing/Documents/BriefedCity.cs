using Junheng.Models;
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

    internal IReadOnlyDictionary<string, RowSet> RowsOf(DocumentTemplate template)
    {
        var (rows, faults) = new DocumentPress(city.Reader, FigureCatalog.Open(ShippedContent.Figures), Worker)
            .RowsOf(template, new DocumentRequest("city-2024", Language.Zh, 2024, Internal: true), CancellationToken.None);
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
