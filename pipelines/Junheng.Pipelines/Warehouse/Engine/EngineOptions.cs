namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>What one engine may use of the machine.</summary>
/// <param name="Threads">Threads for one query.</param>
/// <param name="MemoryLimit">In DuckDB's words, such as <c>2GB</c>; above it the engine spills.</param>
/// <param name="TempDirectory">Where it spills and where rows are staged.</param>
public sealed record EngineOptions(int Threads, string MemoryLimit, string TempDirectory);
