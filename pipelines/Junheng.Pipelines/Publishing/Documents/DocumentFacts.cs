using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents.Binding;
using Junheng.Pipelines.Publishing.Documents.Tracing;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>What every form of a document needs beside its text.</summary>
/// <param name="Stamp">示例数据, partial data; null for neither.</param>
/// <param name="Origin">Source, snapshot and rules, in one line under the text.</param>
/// <param name="AsOf">The date of its data, <c>yyyy-MM-dd</c>: no form may depend on the clock.</param>
public sealed record DocumentFacts(
    Language Language, DocumentLayout Layout, string? Stamp, string Origin, string AsOf, IReadOnlyDictionary<string, DrawnFigure> Figures, IReadOnlyList<PrintedNumber> Numbers)
{
    /// <summary>Filed cells by the question whose answer they are; empty in a public edition, whose readers have no filings.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CellsOfSheet>> Cells { get; init; } = new Dictionary<string, IReadOnlyList<CellsOfSheet>>(StringComparer.Ordinal);
}
