using Junheng.Models;

namespace Junheng.Pipelines.Warehouse.Tables;

/// <summary>What a table is: its meaning, its grain, and every column's type, unit and meaning. Beside each model as <c>&lt;table&gt;.yaml</c>.</summary>
/// <param name="Grain">The columns that name one row; the table is written in their order and they are checked to be unique.</param>
public sealed record TableDocument(string Name, Bilingual Meaning, IReadOnlyList<string> Grain, IReadOnlyList<ColumnDocument> Columns);

/// <param name="Type">DuckDB's word for the type, such as <c>DECIMAL(38,12)</c>.</param>
/// <param name="Unit">Empty for words; what it follows when it differs by row.</param>
/// <param name="Nullable">Whether a value may be missing.</param>
public sealed record ColumnDocument(string Name, string Type, string Unit, bool Nullable, Bilingual Meaning);
