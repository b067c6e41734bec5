using System.Text;

namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>How many columns of a terminal a text takes: Chinese characters take two.</summary>
public static class DisplayWidth
{
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    public static int Of(Rune rune) => rune.Value switch
    {
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF => 2,
        >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };

    public static string Padded(string text, int width, bool right) =>
        right ? new string(' ', Math.Max(0, width - Of(text))) + text : text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>A text cut to so many columns, with an ellipsis where something is gone.</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width) return text;
        while (Of(text) > width - 1) text = text[..^1];
        return text.TrimEnd() + "…";
    }

    /// <summary>Lines of at most <paramref name="width"/> columns. Chinese breaks between any two characters but before closing punctuation; the rest at spaces.</summary>
    public static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var piece in Pieces(text))
        {
            if (used > 0 && used + Of(piece.TrimEnd()) > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                used = 0;
            }

            line.Append(piece);
            used += Of(piece);
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>The widest piece that cannot be broken.</summary>
    public static int Longest(string text) => Pieces(text).Select(piece => Of(piece.TrimEnd())).DefaultIfEmpty(0).Max();

    // What stays together: a word with the spaces behind it, a Chinese character with the punctuation behind it.
    static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            var breaks = piece.Length > 0 && ((last.Value == ' ' && rune.Value != ' ') || Breaks(last, rune));
            if (breaks)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            last = rune;
        }

        if (piece.Length > 0) yield return piece.ToString();
    }

    static bool Breaks(Rune last, Rune next) =>
        next.Value != ' '
        && (Of(last) == 2 || Of(next) == 2)
        && !"，。；：、）】》」』！？%".Contains(next.ToString(), StringComparison.Ordinal)
        && !"（【《「『".Contains(last.ToString(), StringComparison.Ordinal);
}
