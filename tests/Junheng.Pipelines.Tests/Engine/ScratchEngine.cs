using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Tests.Engine;

/// <summary>An engine in a folder of its own, gone with it.</summary>
sealed class ScratchEngine : IDisposable
{
    public ScratchEngine(int threads = 2, string memoryLimit = "1GB")
    {
        Folder = Directory.CreateTempSubdirectory("junheng-engine-").FullName;
        Engine = DuckDbEngine.Open(new EngineOptions(threads, memoryLimit, Path.Combine(Folder, "temp")));
    }

    public string Folder { get; }

    public DuckDbEngine Engine { get; }

    public string PathTo(string name) => Path.Combine(Folder, name);

    public T Scalar<T>(string sql) => Engine.Query<T>(sql)[0];

    public void Dispose()
    {
        Engine.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
