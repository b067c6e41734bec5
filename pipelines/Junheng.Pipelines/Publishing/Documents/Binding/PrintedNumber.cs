using System.Text.Json.Serialization;

namespace Junheng.Pipelines.Publishing.Documents.Binding;

/// <summary>A value that stands in a document, and where it came from.</summary>
/// <param name="Query">The query of the template's folder, or <c>snapshot</c>.</param>
/// <param name="Row">Which of its rows, counted from one.</param>
/// <param name="Value">As the query gave it.</param>
/// <param name="Key">What names the row: its other columns of text and its year.</param>
/// <param name="Explain">Arguments of <c>junheng explain</c> that lead on to the filed cells; null where the query says none.</param>
public sealed record PrintedNumber(
    int Id, string Printed, string Query, int Row, string Column, string Value, IReadOnlyDictionary<string, string> Key, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Explain = null);
