using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using CsvHelper.Configuration;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>Reads cells by their address from the files as they lie in the source folder, with none of the product's readers.</summary>
sealed class OriginalFiles(string source)
{
    readonly Dictionary<string, string[][]> files = new(StringComparer.Ordinal);

    /// <param name="address">As a spreadsheet writes it: <c>E17</c>.</param>
    public string Cell(string file, string address)
    {
        var letters = address.TakeWhile(char.IsLetter).ToArray();
        var column = letters.Aggregate(0, (sum, letter) => (sum * 26) + (letter - 'A' + 1));
        var row = int.Parse(address.AsSpan(letters.Length), CultureInfo.InvariantCulture);
        var cells = Rows(file)[row - 1];
        return column <= cells.Length ? cells[column - 1].Trim() : "";
    }

    string[][] Rows(string file)
    {
        if (files.TryGetValue(file, out var rows)) return rows;
        using var reader = new StreamReader(Open(file));
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false, BadDataFound = null });
        var read = new List<string[]>();
        while (parser.Read()) read.Add(parser.Record!);
        return files[file] = [.. read];
    }

    Stream Open(string file)
    {
        var path = file.StartsWith(SharedData.Prefix, StringComparison.Ordinal)
            ? Path.Combine(SharedData.Find()!, file[SharedData.Prefix.Length..])
            : Path.Combine(source, file);
        var stream = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
