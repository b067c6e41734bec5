namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>What became of a document: its files, or the faults that kept it from being made.</summary>
/// <param name="Numbers">How many numbers it prints, each of them in sources.json.</param>
public sealed record DocumentOutcome(IReadOnlyList<string> Files, int Numbers, IReadOnlyList<DocumentFault> Faults)
{
    internal static DocumentOutcome Refused(params IReadOnlyList<DocumentFault> faults) => new([], 0, faults);
}
