using Junheng.Models;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Sources;

/// <summary>A source set: what is filed where, how it is read, and by which rules it is judged. Written as <c>source.yaml</c>.</summary>
/// <param name="Folder">Where <c>source.yaml</c> stands.</param>
/// <param name="Synthetic">Invented data: said in every table, figure and text made from it.</param>
/// <param name="AsOf">The date that stands for «today» in everything computed.</param>
/// <param name="RulePack">The name of a pack that ships, or the path of the source's own below its folder, such as <c>packs/mine.yaml</c>.</param>
/// <param name="Missing">Texts that mean «not filed», beside blank.</param>
/// <param name="FirstOfDuplicates">Declared dirt: of rows with one key the first counts and the rest are quarantined with a warning.</param>
/// <param name="SetsUnregisteredAside">Declared dirt: rows of schools that no register knows are quarantined with a warning.</param>
/// <param name="Parameters">Values of the pack's open points.</param>
/// <param name="Text">The file as written: it is copied into the snapshot.</param>
/// <param name="Places">Where its keys stand.</param>
public sealed record Source(
    string Id,
    string Folder,
    Bilingual Title,
    bool Synthetic,
    DateOnly AsOf,
    string RulePack,
    string Map,
    IReadOnlyList<string> Missing,
    bool FirstOfDuplicates,
    bool SetsUnregisteredAside,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyList<SourceFiles> Files,
    string Text,
    IReadOnlyDictionary<string, Place> Places)
{
    /// <summary>Plans that ship, by name, or the source's own, by path below its folder: the versions of one plan, or none.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>The list of county codes that changed: one that ships, by name, or the source's own, by path below its folder.</summary>
    public string Geography { get; init; } = "county-codes";

    /// <summary>The unit prices: a list of the source's own, by path below its folder; empty for none.</summary>
    public string Prices { get; init; } = "";
}

/// <summary>Files of one layout.</summary>
/// <param name="Pattern">Path below the source's folder, or below the shared data with <c>shared:</c>; <c>*</c>, <c>{year}</c> and <c>{vintage}</c> are wild.</param>
/// <param name="Datasets">What a row of these files is: one row may be in several datasets.</param>
/// <param name="Year">The year of every row, where the file has no such column.</param>
public sealed record SourceFiles(string Pattern, IReadOnlyList<string> Datasets, int? Year, string Encoding, int Line)
{
    /// <summary>What separates the cells, where the source says it.</summary>
    public string Delimiter { get; init; } = "";

    /// <summary>Which of the map's layouts read them, by the name they share; empty is those without a name.</summary>
    public string Form { get; init; } = "";

    /// <summary>The day these were filed: a later one corrects an earlier.</summary>
    public DateOnly? FiledOn { get; init; }
}
