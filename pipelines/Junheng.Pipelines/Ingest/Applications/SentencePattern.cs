using System.Text;
using System.Text.RegularExpressions;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Mapping.Headers;

namespace Junheng.Pipelines.Ingest.Applications;

/// <summary>A sentence with blanks: finds what was filled in between its words, whatever white space, punctuation and underlines stand around it.</summary>
internal sealed partial class SentencePattern
{
    const string Punctuation = @"[,，。;；:：、_]*";

    readonly Regex pattern;

    /// <param name="says">Its blanks in braces, <c>#2000</c> a number among its words that may be another.</param>
    public SentencePattern(string says)
    {
        var text = new StringBuilder("^");
        var from = 0;
        foreach (Match blank in ApplicationFormReader.Blank().Matches(says))
        {
            Words(text, says[from..blank.Index]);
            // A blank holds no Chinese: so one that was left out cannot swallow the words behind it.
            text.Append(@"(?<").Append(blank.Groups["name"].Value).Append(@">[^\p{IsCJKUnifiedIdeographs}]*?)").Append(Punctuation);
            from = blank.Index + blank.Length;
        }

        Words(text, says[from..]);
        pattern = new Regex(text.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    /// <summary>What stands in each blank; null when the words are not these.</summary>
    public IReadOnlyDictionary<string, string>? Read(string sentence)
    {
        var match = pattern.Match(HeaderText.Tidy(sentence));
        return match.Success
            ? match.Groups.Values.Where(group => group.Name != "0").ToDictionary(group => group.Name, group => group.Value.Trim('_', ',', ';', ':', '、', '。'), StringComparer.Ordinal)
            : null;
    }

    /// <summary>The sentence as it is printed: <paramref name="filled"/> says what stands in a blank.</summary>
    public static string Printed(string says, Func<string, string> filled) =>
        ApplicationFormReader.Blank().Replace(says.Replace("#", "", StringComparison.Ordinal), blank => filled(blank.Groups["name"].Value));

    /// <summary>What the blank is, as the sentence says it: the words right before it.</summary>
    public static string WordsBefore(string says, string blank)
    {
        var before = Printed(says[..says.IndexOf($"{{{blank}}}", StringComparison.Ordinal)], _ => "。");
        return before.Split('。', '，', '；', '、')[^1] is { Length: > 0 } words ? words : before.TrimEnd('。', '，', '；', '、').Split('。', '，', '；')[^1];
    }

    static void Words(StringBuilder text, string words)
    {
        foreach (var character in PrintedNumber().Replace(HeaderText.Tidy(words), "#"))
        {
            if (",，。;；:：、_".Contains(character, StringComparison.Ordinal)) continue;
            text.Append(character == '#' ? @"[0-9.]+" : Regex.Escape(character.ToString())).Append(Punctuation);
        }
    }

    [GeneratedRegex("#[0-9.]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PrintedNumber();
}
