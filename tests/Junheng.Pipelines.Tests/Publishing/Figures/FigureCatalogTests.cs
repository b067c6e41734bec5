using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

public sealed class FigureCatalogTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("figures").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Open_MixedFolders_ListsFiguresAndNamesTheRest()
    {
        Put("b-second", "query.sql", "spec.vl.json", "words.json");
        Put("a-first", "query.sql", "spec.vl.json", "words.json");
        Put("Bad_Id", "query.sql", "spec.vl.json", "words.json");
        Put("half", "query.sql");

        var catalog = FigureCatalog.Open(folder);

        Assert.Equal(["a-first", "b-second"], catalog.Figures.Select(figure => figure.Id), StringComparer.Ordinal);
        Assert.Equal(["figure_id", "figure_incomplete"], catalog.Faults.Select(fault => fault.Code).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains(catalog.Faults, fault => fault.Message.Contains("lacks spec.vl.json and words.json", StringComparison.Ordinal));
        Assert.NotNull(catalog.Find("a-first"));
        Assert.Null(catalog.Find("A-First"));
    }

    [Fact]
    public void Open_NoFolder_IsAFault() => Assert.Equal("figures_absent", Assert.Single(FigureCatalog.Open(Path.Combine(folder, "none")).Faults).Code);

    [Fact]
    public void Open_OurOwn_HasNoFaults()
    {
        var catalog = FigureCatalog.Open(FigureBench.FiguresFolder);

        Assert.Empty(catalog.Faults);
        Assert.NotNull(catalog.Find("coefficient-by-year"));
    }

    void Put(string id, params string[] files)
    {
        var figure = Directory.CreateDirectory(Path.Combine(folder, id)).FullName;
        foreach (var file in files)
            File.WriteAllText(Path.Combine(figure, file), "");
    }
}
