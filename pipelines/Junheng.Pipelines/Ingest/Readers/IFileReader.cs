using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Reads one kind of file into untyped cells. To read another kind (.xlsx, .xls), write one of these and list it in <see cref="FileReaders"/>.</summary>
public interface IFileReader
{
    /// <summary>Name and version: part of the key under which the cells are kept, so a better reader reads again.</summary>
    string Version { get; }

    bool Reads(string fileName);

    /// <summary>Every row with its cells as text. What cannot be read is a finding, and the rows end there.</summary>
    IEnumerable<RawRow> Read(FiledFile file, FindingList findings, CancellationToken cancellation);
}

/// <summary>One row as it stands in the file.</summary>
/// <param name="Sheet">Empty for text files.</param>
/// <param name="Number">Counted from 1 as a spreadsheet shows it, titles and blank rows included.</param>
public readonly record struct RawRow(string Sheet, int Number, IReadOnlyList<string> Cells);
