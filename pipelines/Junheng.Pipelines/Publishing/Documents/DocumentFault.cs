namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>Why a document was not made, and what mends it. Expected, so a value.</summary>
public sealed record DocumentFault(string Message, string Fix)
{
    internal static DocumentFault AtLine(int line, string message, string fix) => new(FormattableString.Invariant($"Line {line}: {message}"), fix);
}
