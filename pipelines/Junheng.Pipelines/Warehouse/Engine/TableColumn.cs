namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>A column to be written: its name, its type in DuckDB's words, and whether it may be missing.</summary>
public sealed record TableColumn(string Name, string SqlType, bool Nullable);
