using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Tests.Publishing.Explaining;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>The figures that ship, drawn from the demo city; a picture that two tests look at is drawn once.</summary>
sealed partial class ShippedFigures(NodeWorker worker, string folder) : IDisposable
{
    readonly ExplainedCity city = ExplainedCity.Demo();
    readonly Dictionary<(string, FigureChoice, Crowd?), (FigureOutcome, string)> done = [];

    public static FigureCatalog Catalog { get; } = FigureCatalog.Open(ShippedContent.Figures);

    public static TheoryData<string> Ids => [.. Catalog.Figures.Select(figure => figure.Id)];

    /// <param name="crowd">Which rows there are to be of each table, instead of those the city has.</param>
    public async Task<(FigureOutcome Outcome, string Svg)> DrawAsync(string id, FigureChoice choice, Crowd? crowd = null)
    {
        if (done.TryGetValue((id, choice, crowd), out var before)) return before;
        var figure = crowd is null ? Catalog.Find(id)! : Crowded(Catalog.Find(id)!, crowd);
        var outcome = await Press.DrawAsync(figure, choice, Path.Combine(folder, "out"), FigureFormats.Svg, CancellationToken.None);
        return done[(id, choice, crowd)] = (outcome, outcome.Drawn ? await File.ReadAllTextAsync(outcome.Files[0]) : "");
    }

    /// <summary>A figure that somebody is writing.</summary>
    public Task<FigureOutcome> DrawAsync(string query)
    {
        var figure = new Figure("new", Directory.CreateDirectory(Path.Combine(folder, "new")).FullName);
        File.WriteAllText(figure.QueryPath, query);
        return Press.DrawAsync(figure, new FigureChoice(Language.Zh), Path.Combine(folder, "out"), FigureFormats.Svg, CancellationToken.None);
    }

    public RowSet RowsOf(string id, FigureChoice choice) =>
        city.Reader.Query(File.ReadAllText(Catalog.Find(id)!.QueryPath), CancellationToken.None, ("lang", choice.Language == Language.Zh ? "zh" : "en"), ("county", choice.County), ("year", choice.Year));

    public IEnumerable<string> Stored(string sql) => city.Reader.Query(sql, CancellationToken.None).Rows.Select(row => string.Join('|', row.Select(RowFormats.Text)));

    FigurePress Press => new(city.Reader, Catalog, worker);

    Figure Crowded(Figure figure, Crowd crowd)
    {
        var copy = new Figure(figure.Id, Directory.CreateDirectory(Path.Combine(folder, crowd.Name, figure.Id)).FullName);
        File.Copy(figure.SpecPath, copy.SpecPath, overwrite: true);
        File.Copy(figure.WordsPath, copy.WordsPath, overwrite: true);
        // What is named in front of the query's own parts is what they read, and not the table of that name.
        File.WriteAllText(copy.QueryPath, First().Replace(File.ReadAllText(figure.QueryPath), "with\n\n" + crowd.Tables + ",\n", 1));
        return copy;
    }

    public void Dispose() => city.Dispose();

    [GeneratedRegex("^with$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex First();
}
