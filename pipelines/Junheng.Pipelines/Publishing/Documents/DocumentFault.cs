namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>Why a document was not made, and what mends it. Expected, so a value.</summary>
/// <param name="Code">The worker's own where it is the worker's fault; else empty.</param>
public sealed record DocumentFault(string Message, string Fix, string Code = "")
{
    internal static DocumentFault AtLine(int line, string message, string fix) => new(FormattableString.Invariant($"Line {line}: {message}"), fix);
}
