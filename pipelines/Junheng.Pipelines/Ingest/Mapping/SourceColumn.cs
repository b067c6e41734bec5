namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Where a field was read in one sheet.</summary>
/// <param name="Field">Empty for a column that nothing is read from.</param>
/// <param name="Operand">Of several cells that make one field the first, second …</param>
/// <param name="HeaderRow">The lowest row of the header; of a form the row of the value.</param>
/// <param name="Header">The header as it stands there, its levels joined; of a form label and header.</param>
public sealed record SourceColumn(string File, string Sheet, string Dataset, string Field, int Operand, string Column, int HeaderRow, string Header);
