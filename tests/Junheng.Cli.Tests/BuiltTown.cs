namespace Junheng.Cli.Tests;

/// <summary>Small Town with a snapshot, built once for all tests that only read it.</summary>
public sealed class BuiltTown : IDisposable
{
    readonly SmallSource source = new();

    public BuiltTown()
    {
        source.Replace(SmallSource.Schools, "第一小学", "=第一小学");
        Build = CommandProcess.Run(Folder, "build", "source");
    }

    internal Said Build { get; }

    public string Folder => source.Root;

    public void Dispose() => source.Dispose();

    internal Said Run(params string[] arguments) => CommandProcess.Run(Folder, arguments);
}
