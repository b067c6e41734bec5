namespace Junheng.Pipelines.Worker;

/// <param name="Script">Path of worker.mjs, with node_modules reachable from it.</param>
public sealed record NodeWorkerOptions(string Script)
{
    public string Node { get; init; } = "node";

    /// <summary>For one request. A figure of 8,000 rows takes about a second, the first of a process about four.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The worker that belongs to the program in <paramref name="programFolder"/>: the build puts both under one artifacts folder.</summary>
    public static NodeWorkerOptions For(string programFolder)
    {
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "npm", "worker", "worker.mjs");
            if (File.Exists(script))
                return new(script);
        }

        return new(Path.Combine(programFolder, "npm", "worker", "worker.mjs"));
    }
}
