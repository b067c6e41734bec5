using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Reads one kind of file into untyped cells. To read another kind, write one of these and list it in <see cref="FileReaders"/>.</summary>
public interface IFileReader
{
    /// <summary>Name and version: part of the key under which the cells are kept, so a better reader reads again.</summary>
    string Version { get; }

    bool Reads(string fileName);

    /// <summary>Every row with its cells as text, sheet by sheet. What cannot be read is a finding, and the rows end there.</summary>
    IEnumerable<RawRow> Read(FiledFile file, FindingList findings, CancellationToken cancellation);
}
