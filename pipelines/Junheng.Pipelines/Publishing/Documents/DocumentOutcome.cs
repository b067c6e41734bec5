namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>What became of a document: its files, or the faults that kept it from being made.</summary>
/// <param name="Numbers">How many numbers it prints, each of them with its origin beside it.</param>
public sealed record DocumentOutcome(IReadOnlyList<string> Files, int Numbers, IReadOnlyList<DocumentFault> Faults)
{
    /// <summary>Why this edition must not be made, in the words of the template's <c>withheld.sql</c>; null where it was not withheld.</summary>
    public string? Withheld { get; init; }

    public DocumentTimes Times { get; init; } = new();

    internal static DocumentOutcome Refused(params IReadOnlyList<DocumentFault> faults) => new([], 0, faults);
}

/// <summary>Where the time went.</summary>
/// <param name="Queries">Asking the snapshot, also for where each number comes from.</param>
/// <param name="Drawing">Figures and the pages of the pdf: the worker.</param>
/// <param name="Writing">The docx, the page, the files.</param>
public sealed record DocumentTimes(TimeSpan Queries = default, TimeSpan Drawing = default, TimeSpan Writing = default)
{
    public TimeSpan Whole => Queries + Drawing + Writing;

    public static DocumentTimes operator +(DocumentTimes one, DocumentTimes other) =>
        new(one.Queries + other.Queries, one.Drawing + other.Drawing, one.Writing + other.Writing);
}
