using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents.Binding;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>What every form of a document needs beside its text.</summary>
/// <param name="Stamp">示例数据, partial data; null for neither.</param>
/// <param name="Origin">Source, snapshot and rules, in one line under the text.</param>
/// <param name="AsOf">The date of its data, <c>yyyy-MM-dd</c>: no form may depend on the clock.</param>
public sealed record DocumentFacts(
    Language Language, DocumentLayout Layout, string? Stamp, string Origin, string AsOf, IReadOnlyDictionary<string, DrawnFigure> Figures, IReadOnlyList<PrintedNumber> Numbers);
