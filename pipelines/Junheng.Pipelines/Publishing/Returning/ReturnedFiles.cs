using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>Writes for each file with an error a copy that shows whoever filed it what to mend.</summary>
public static class ReturnedFiles
{
    const string Extension = ".xlsx";

    /// <summary>Replaces the workbooks of an earlier reading: a copy of what has since been mended must not lie about.</summary>
    /// <param name="cells">What is kept of the files; none of one that could not be read.</param>
    /// <returns>What was written, in the order of the files.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<FiledFile> files, IReadOnlyList<Finding> findings, KeptCells cells, TextBook texts, CancellationToken cancellation)
    {
        Clear(folder);
        var byFile = findings.ToLookup(finding => finding.Place.File, StringComparer.Ordinal);
        var written = new List<string>();
        foreach (var file in files.Where(file => byFile[file.Name].Any(finding => finding.Severity == Severity.Error)))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, NameOf(file));
            Write(path, file, byFile[file.Name].ToList(), cells, texts, cancellation);
            written.Add(path);
        }

        return written;
    }

    // A workbook of today's kind is copied as it is; every other file, and a workbook that holds what is not passed on, is written anew from its cells.
    static void Write(string path, FiledFile file, IReadOnlyList<Finding> findings, KeptCells cells, TextBook texts, CancellationToken cancellation)
    {
        var original = cells.Has(file) ? cells.OriginalOf(file) : null;
        var obstacle = "";
        if (original is not null && FileStart.Of(FileStart.Read(original)).Kind == FileKind.Zip)
        {
            (var written, obstacle) = new MarkedCopy(file, original, findings, () => cells.Rows(file, cancellation), texts).TryWrite(path);
            if (written) return;
        }

        var remark = obstacle.Length > 0 ? texts["returned.not_copied", ("part", obstacle)] : texts["returned.anew"];
        new ReturnedWorkbook(file, findings, () => cells.Rows(file, cancellation), original is null ? WorkbookShapes.None : WorkbookShapes.Of(original), texts, remark).Write(path);
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
