namespace Junheng.Pipelines.Ingest.Mapping.Forms;

/// <summary>A value found in a form.</summary>
/// <param name="Column">Counted from 1.</param>
/// <param name="Name">Label and header as they stand there.</param>
/// <param name="Unit">The unit that stands beside it or in its label; null when none does.</param>
internal sealed record FormCell(string Sheet, int Row, int Column, string Text, string Name, string? Unit);
