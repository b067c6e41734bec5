using Junheng.Pipelines.Ingest.Mapping.Headers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Recognises a row that is no data, by the text of one cell or by what the register says of its school.</summary>
/// <param name="Operand">Null when the register is asked.</param>
/// <param name="RegisterField">Empty when a cell is asked.</param>
public sealed record RowTest(Operand? Operand, string RegisterField, RowTestKind Kind, IReadOnlyList<string> Texts)
{
    public bool Accepts(string text) => Kind switch
    {
        RowTestKind.Equal => Texts.Any(one => HeaderText.Tidy(one) == HeaderText.Tidy(text)),
        RowTestKind.StartsWith => Texts.Any(one => HeaderText.Tidy(text).StartsWith(HeaderText.Tidy(one), StringComparison.Ordinal)),
        RowTestKind.EndsWith => Texts.Any(one => HeaderText.Tidy(text).EndsWith(HeaderText.Tidy(one), StringComparison.Ordinal)),
        RowTestKind.Blank => string.IsNullOrWhiteSpace(text),
        RowTestKind.Total => TotalWords.Is(text),
        RowTestKind.Note => NoteWords.Begin(text),
        _ => text.Trim().Length > 0 && !text.Any(char.IsDigit),
    };
}

public enum RowTestKind
{
    Equal,
    StartsWith,
    EndsWith,
    Blank,

    /// <summary><c>matches: total</c>.</summary>
    Total,

    /// <summary><c>matches: note</c>.</summary>
    Note,

    /// <summary><c>matches: no_digit</c>: filled, and no digit in it, where a code should stand.</summary>
    NoDigit,
}
