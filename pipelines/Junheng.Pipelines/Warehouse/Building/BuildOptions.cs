namespace Junheng.Pipelines.Warehouse.Building;

/// <param name="AcceptPartial">Judge the rest when the data has errors; what they touch is unknown and the snapshot says so.</param>
/// <param name="Threads">Threads of the engine; the result does not depend on it.</param>
public sealed record BuildOptions(bool AcceptPartial = false, int Threads = 0, string MemoryLimit = "4GB")
{
    public int EngineThreads => Threads > 0 ? Threads : Environment.ProcessorCount;
}

/// <summary>How far a build is.</summary>
public sealed record BuildProgress(string Step, string Detail, int Done, int Of);
