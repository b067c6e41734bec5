using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

/// <summary>Bytes under a name, read as any source's file is.</summary>
static class ReadFile
{
    public static (IReadOnlyList<RawRow> Rows, FindingList Findings) Of(string name, byte[] bytes, string encoding = TextEncodings.Detect, string delimiter = "", IFileReader? reader = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return At(path, name, encoding, delimiter, reader);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static (IReadOnlyList<RawRow> Rows, FindingList Findings) At(string path, string name, string encoding = TextEncodings.Detect, string delimiter = "", IFileReader? reader = null)
    {
        var findings = new FindingList();
        var file = new FiledFile(name, path, [], null, encoding, "", new FileInfo(path).Length) { Delimiter = delimiter };
        return ((reader ?? FileReaders.For(name)!).Read(file, findings, CancellationToken.None).ToList(), findings);
    }

    public static string Joined(RawRow row) => string.Join('|', row.Cells);
}
