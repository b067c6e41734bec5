namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The readers there are, tried in this order.</summary>
public static class FileReaders
{
    public static readonly IReadOnlyList<IFileReader> All = [new DelimitedTextReader()];

    public static IFileReader? For(string fileName) => All.FirstOrDefault(reader => reader.Reads(fileName));
}
