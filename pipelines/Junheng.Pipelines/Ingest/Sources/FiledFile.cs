namespace Junheng.Pipelines.Ingest.Sources;

/// <summary>One file a source names, found on disk.</summary>
/// <param name="Name">How it is called everywhere: the path below the source, or <c>shared:</c> and the path below the shared data.</param>
/// <param name="Path">Where it lies on this machine; never stored.</param>
/// <param name="Year">The year said by its path or by the source; null when each row says its own.</param>
/// <param name="Encoding">As the source says it, or <c>detect</c>; workbooks know their own.</param>
/// <param name="Sha256">Hash of its bytes, in hexadecimal.</param>
public sealed record FiledFile(string Name, string Path, IReadOnlyList<string> Datasets, int? Year, string Encoding, string Sha256, long Bytes)
{
    /// <summary>A name of <see cref="Readers.DelimiterGuess"/>; empty where the file shows it itself.</summary>
    public string Delimiter { get; init; } = "";

    /// <summary>Which of the map's layouts read it, by the name they share; empty is those without a name.</summary>
    public string Form { get; init; } = "";

    /// <summary>The day it was filed, where its path or the source says so: its vintage.</summary>
    public DateOnly? FiledOn { get; init; }
}
