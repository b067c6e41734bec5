using System.Text;

namespace Junheng.Pipelines.Ingest.Mapping.Headers;

/// <summary>
/// What counts of a header's text. Headers differ from year to year by white space, line breaks, wide and narrow punctuation, a «#» in front or «其中：»; never
/// by their words.
/// </summary>
internal static class HeaderText
{
    const string Among = "其中";

    /// <summary>Excel writes a line break inside a shared text so.</summary>
    const string EscapedReturn = "_x000D_";

    public static string Tidy(string text)
    {
        text = text.Replace(EscapedReturn, "", StringComparison.OrdinalIgnoreCase);
        var tidy = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || character is '\uFEFF' or '\u200B') continue;
            // Not Unicode normalisation: under invariant globalisation it leaves wide characters as they are.
            tidy.Append(character is >= '！' and <= '～' ? (char)(character - '！' + '!') : character);
        }

        return tidy.ToString();
    }

    /// <summary>One level of a header without its marks; empty for a level that says nothing, such as «其中».</summary>
    public static string Level(string text)
    {
        var tidy = Tidy(text).TrimStart('#', '*').TrimEnd(':');
        if (tidy.StartsWith(Among, StringComparison.Ordinal)) tidy = tidy[Among.Length..].TrimStart(':', ',').TrimStart('#');
        return tidy;
    }

    /// <summary>The level and the unit behind it in brackets, <c>占地面积</c> and <c>平方米</c>; the unit is null when none that we know stands there.</summary>
    public static (string Name, string? Unit) Parted(string level)
    {
        if (!level.EndsWith(')') || level.LastIndexOf('(') is not (> 0 and var open)) return (level, null);
        var inside = level[(open + 1)..^1];
        if (inside.StartsWith("单位:", StringComparison.Ordinal)) inside = inside[3..];
        return HeaderUnit.IsKnown(inside) ? (level[..open], inside) : (level, null);
    }
}
