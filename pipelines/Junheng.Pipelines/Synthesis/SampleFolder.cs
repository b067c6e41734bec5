namespace Junheng.Pipelines.Synthesis;

/// <summary>The folder a sample is written to.</summary>
/// <remarks>
/// The README opens with a mark by which we know our own, and the one sample from the other. source.yaml goes first and comes back last:
/// a folder that was cut short has none, so it is no source to anybody, and can be written again.
/// </remarks>
/// <param name="mark">The first line of its README.</param>
sealed class SampleFolder(string folder, string mark)
{
    public const string Readme = "README.md";
    public const string Source = "source.yaml";

    /// <summary>How a file is called until it is whole.</summary>
    const string Partial = ".partial";

    public SynthesisRefusal Refuses(bool overForeignFiles) =>
        File.Exists(folder) ? SynthesisRefusal.NotAFolder
        : overForeignFiles || IsFree() || IsOurs() ? SynthesisRefusal.None
        : SynthesisRefusal.FolderNotEmpty;

    public IReadOnlyList<string> Replace(IEnumerable<SynthesisFile> files, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(folder);
        File.Delete(Full(Source));

        var ordered = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        foreach (var file in ordered.OrderBy(Rank))
        {
            cancellation.ThrowIfCancellationRequested();
            Write(file);
        }

        return ordered.ConvertAll(file => Full(file.Path));
    }

    static int Rank(SynthesisFile file) => file.Path switch
    {
        Readme => 0,
        Source => 2,
        _ => 1,
    };

    void Write(SynthesisFile file)
    {
        var path = Full(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        file.Write(path + Partial);
        File.Move(path + Partial, path, overwrite: true);
    }

    bool IsFree() => !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any(entry => !entry.EndsWith(Partial, StringComparison.Ordinal));

    bool IsOurs() => File.Exists(Full(Readme)) && string.Equals(File.ReadLines(Full(Readme)).FirstOrDefault(), mark, StringComparison.Ordinal);

    string Full(string path) => Path.Combine(Path.GetFullPath(folder), path.Replace('/', Path.DirectorySeparatorChar));
}
