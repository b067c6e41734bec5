using Junheng.Models;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Texts;

/// <summary>Says a finding in words: what is wrong, and how to mend it.</summary>
public static class FindingTexts
{
    public static string What(this Finding finding, TextBook texts) => Say(finding, texts, "what");

    public static string Fix(this Finding finding, TextBook texts) => Say(finding, texts, "fix");

    static string Say(Finding finding, TextBook texts, string part)
    {
        // Findings of checks, and those read back from a snapshot, bring their words along.
        if (finding.Facts.TryGetValue(part + (texts.Language == Language.Zh ? "_zh" : "_en"), out var said)) return said;
        var facts = new Dictionary<string, string>(finding.Facts, StringComparer.Ordinal)
        {
            ["file"] = finding.Place.File,
            ["sheet"] = finding.Place.Sheet,
            ["row"] = finding.Place.Row.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["column"] = finding.Place.Column,
            ["value"] = finding.Value,
        };
        return TextBook.Fill(texts.Raw($"{finding.Code}.{part}"), facts);
    }
}
