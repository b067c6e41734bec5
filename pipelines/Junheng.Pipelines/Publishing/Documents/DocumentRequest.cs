using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Documents;

/// <param name="Name">Name of the files, without ending.</param>
/// <param name="Internal">A public edition names no school that fails.</param>
public sealed record DocumentRequest(string Name, Language Language, int Year, bool Internal)
{
    /// <summary>The county it is about: <c>$county</c> of the queries; null for the whole source.</summary>
    public string? County { get; init; }

    /// <summary>The school it is about: <c>$school</c> of the queries; null for none.</summary>
    public string? School { get; init; }

    /// <summary>Figures that lie in the folder already, drawn from the same snapshot for the same year and language.</summary>
    public IReadOnlySet<string> Drawn { get; init; } = new HashSet<string>();

    /// <summary>Many documents share a folder, and each keeps its own origins; a document of the whole source has its folder to itself.</summary>
    public string SourcesName => County is null && School is null ? "sources.json" : Name + ".sources.json";

    /// <summary>Figures of a county lie apart from those of another.</summary>
    internal string FiguresFolder(string folder) => County is null ? Path.Combine(folder, "figures") : Path.Combine(folder, "figures", County);

    internal (string Name, object? Value)[] Parameters(string asOf) =>
    [
        ("lang", Language == Language.Zh ? "zh" : "en"), ("year", Year), ("as_of", asOf), ("edition", Internal ? "internal" : "public"), ("county", County), ("school", School),
    ];
}
