namespace Junheng.Cli.Tests;

/// <summary>The invented city, run once for all tests that read what came of it.</summary>
public sealed class BuiltDemoCity : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-");

    public BuiltDemoCity() => First = Again("zh");

    internal Said First { get; }

    public void Dispose() => folder.Delete(recursive: true);

    internal Said Again(string language) => Run("run", WritingCommandTests.RepositoryFile("data-samples/demo-city"), "--no-brief", "--lang", language);

    internal Said Run(params string[] arguments) => CommandProcess.Run(folder.FullName, arguments);
}
