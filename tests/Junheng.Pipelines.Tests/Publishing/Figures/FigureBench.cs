using Junheng.Models;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>A folder to draw in, a worker that draws, and the figures that ship.</summary>
public sealed class FigureBench : IDisposable
{
    public const string SmallSpec = """
        {"data":{"name":"main"},"width":200,"height":80,"mark":"bar",
         "encoding":{"x":{"field":"county","type":"nominal"},"y":{"field":"cv","type":"quantitative"}}}
        """;

    public static readonly FigureCaption Caption = new(
        Language.Zh, "差异系数", "2024 年", "柱为各县", "各县差异系数的柱形图", "县域统计", "7", "按在校生数加权", "2024-09-01", Synthetic: true, Partial: false);

    public static readonly FigureData SmallData = new(["county", "cv"], [["河东区", 0.41], ["河西区", 0.52m], ["青川县", null]]);

    readonly Lazy<ShippedFigures> shipped;

    public FigureBench()
    {
        shipped = new(() => new(Worker, Path.Combine(Folder, "shipped")));
        File.Copy(Path.Combine(FiguresFolder, "theme.json"), Path.Combine(Folder, "theme.json"));
    }

    public static string FiguresFolder { get; } = Path.Combine(Upwards("Analytics.sln"), "figures");

    public string Folder { get; } = Directory.CreateTempSubdirectory("figure").FullName;

    public string Output => Path.Combine(Folder, "out");

    public NodeWorker Worker { get; } = new(NodeWorkerOptions.For(AppContext.BaseDirectory));

    internal ShippedFigures Shipped => shipped.Value;

    public Task<FigureOutcome> DrawAsync(string id, string spec, FigureData data, FigureFormats formats = FigureFormats.Svg) => DrawAsync(Worker, id, spec, data, formats);

    public Task<FigureOutcome> DrawAsync(NodeWorker worker, string id, string spec, FigureData data, FigureFormats formats = FigureFormats.Svg)
    {
        var figure = new Figure(id, Directory.CreateDirectory(Path.Combine(Folder, id)).FullName);
        File.WriteAllText(figure.SpecPath, spec);
        return new FigureRenderer(FigureCatalog.Open(Folder), worker).RenderAsync(figure, data, Caption, Output, formats);
    }

    public void Dispose()
    {
        if (shipped.IsValueCreated) shipped.Value.Dispose();
        Worker.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    static string Upwards(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
                return folder.FullName;
        }

        throw new FileNotFoundException($"{file} is not above {AppContext.BaseDirectory}.");
    }
}
