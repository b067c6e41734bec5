using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>Writes for each file with an error a copy that shows whoever filed it what to mend.</summary>
public static class ReturnedFiles
{
    const string Extension = ".xlsx";

    /// <summary>Replaces the workbooks of an earlier reading: a copy of what has since been mended must not lie about.</summary>
    /// <param name="rows">The cells of a file as filed; none when it could not be read.</param>
    /// <returns>What was written, in the order of the files.</returns>
    public static IReadOnlyList<string> Write(
        string folder, IReadOnlyList<FiledFile> files, IReadOnlyList<Finding> findings, Func<FiledFile, IEnumerable<RawRow>> rows, TextBook texts, CancellationToken cancellation)
    {
        Clear(folder);
        var byFile = findings.ToLookup(finding => finding.Place.File, StringComparer.Ordinal);
        var written = new List<string>();
        foreach (var file in files.Where(file => byFile[file.Name].Any(finding => finding.Severity == Severity.Error)))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, NameOf(file));
            new ReturnedWorkbook(file, byFile[file.Name].ToList(), () => rows(file), texts).Write(path);
            written.Add(path);
        }

        return written;
    }

    public static void Clear(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension, SearchOption.AllDirectories).ToList()) File.Delete(path);
    }

    // 2024/schools.csv becomes 2024/schools.csv.xlsx, so that a workbook beside it cannot take its place.
    static string NameOf(FiledFile file)
    {
        var name = file.Name.Replace(SharedData.Prefix, "shared/", StringComparison.Ordinal);
        return name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name[..^Extension.Length] + Extension : name + Extension;
    }
}
