using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>Makes any text fit to stand in a cell.</summary>
static partial class CellText
{
    const int MostCharacters = 32_767;

    /// <summary>What XML cannot hold is written as the format writes it, <c>_x0007_</c>; and what merely looks like that is kept apart.</summary>
    public static string Fit(string text)
    {
        var plain = EscapeLike().Replace(text, "_x005F_");
        if (plain.All(IsXml)) return Cut(plain, MostCharacters);
        var fit = new StringBuilder(plain.Length);
        for (var index = 0; index < plain.Length; index++)
        {
            if (index + 1 < plain.Length && char.IsSurrogatePair(plain[index], plain[index + 1])) fit.Append(plain[index]).Append(plain[++index]);
            else if (IsXml(plain[index])) fit.Append(plain[index]);
            else fit.Append(CultureInfo.InvariantCulture, $"_x{(int)plain[index]:X4}_");
        }

        return Cut(fit.ToString(), MostCharacters);
    }

    /// <summary>The text, or its beginning and an ellipsis. A character of two halves is not cut through.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }

    static bool IsXml(char character) => character is '\t' or '\n' or (>= ' ' and < '\uD800') or (>= '\uE000' and <= '\uFFFD');

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EscapeLike();
}
