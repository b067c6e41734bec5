namespace Junheng.Pipelines.Tests.Synthesis;

sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("junheng-");

    /// <summary>Not made yet.</summary>
    public string Inside => System.IO.Path.Combine(root.FullName, "sample");

    public void Dispose() => root.Delete(recursive: true);
}
