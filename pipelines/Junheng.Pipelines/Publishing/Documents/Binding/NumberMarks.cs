using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Publishing.Documents.Binding;

/// <summary>Carries the origin of a value through Markdown: characters of private use around it, which no text of people has.</summary>
static partial class NumberMarks
{
    const char Open = '\uE000';
    const char Between = '\uE001';
    const char Close = '\uE002';

    public static string Mark(int id, string text) => string.Create(CultureInfo.InvariantCulture, $"{Open}{id}{Between}{text}{Close}");

    /// <summary>A value is words, whatever characters it has: none of them is Markdown.</summary>
    public static string Escaped(string value)
    {
        var text = new StringBuilder();
        foreach (var character in value.ReplaceLineEndings(" "))
        {
            if (character is >= '\uE000' and <= '\uE002') continue;
            if (@"\`*_[]<>|#~&!".Contains(character, StringComparison.Ordinal)) text.Append('\\');
            text.Append(character);
        }

        return text.ToString();
    }

    /// <summary>Pieces of a text, each with the number it is, if it is one.</summary>
    public static IEnumerable<(string Text, int? Id)> Split(string text)
    {
        var at = 0;
        foreach (var mark in Marked().Matches(text).Cast<Match>())
        {
            if (mark.Index > at) yield return (text[at..mark.Index], null);
            yield return (mark.Groups["text"].Value, int.Parse(mark.Groups["id"].Value, CultureInfo.InvariantCulture));
            at = mark.Index + mark.Length;
        }

        if (at < text.Length) yield return (text[at..], null);
    }

    [GeneratedRegex("\uE000(?<id>[0-9]+)\uE001(?<text>[^\uE002]*)\uE002", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();
}
