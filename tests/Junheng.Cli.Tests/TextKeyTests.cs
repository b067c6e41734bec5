using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Pipelines.Texts;

namespace Junheng.Cli.Tests;

/// <summary>Every text is there in both languages, and none is there for nothing.</summary>
public sealed partial class TextKeyTests
{
    // Faults of our own models reach people as an exception, not as a text.
    static readonly string[] WithoutText = ["SQL-"];

    static readonly TextBook Zh = TextBook.In(Language.Zh);
    static readonly TextBook En = TextBook.In(Language.En);

    static readonly string Sources = string.Join('\n', Directory.EnumerateFiles(WritingCommandTests.RepositoryFile("pipelines"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Fact]
    public void Texts_BothLanguages_HaveTheSameKeysAndPlaceholders()
    {
        Assert.Equal(Zh.Keys.Order(StringComparer.Ordinal), En.Keys.Order(StringComparer.Ordinal));
        Assert.All(Zh.Keys, key => Assert.Equal(Placeholders(Zh.Raw(key)), Placeholders(En.Raw(key))));
        Assert.All(Zh.Keys, key => Assert.NotEmpty(Zh.Raw(key).Trim()));
    }

    [Fact]
    public void Findings_EveryCode_HasItsTexts() =>
        Assert.All(Code().Matches(Sources).Select(match => match.Groups["code"].Value).Distinct().Where(code => !WithoutText.Any(start => code.StartsWith(start, StringComparison.Ordinal))), code =>
        {
            Assert.True(Zh.Has(code + ".what"), code);
            Assert.True(Zh.Has(code + ".fix"), code);
        });

    [Fact]
    public void Commands_EveryKeySaid_IsThere() =>
        Assert.All(Key().Matches(Sources).Select(match => match.Groups["key"].Value), key => Assert.True(Zh.Has(key), key));

    [Fact]
    public void Texts_EveryKey_IsUsed() =>
        Assert.All(Zh.Keys.Where(key => !key.StartsWith("column.", StringComparison.Ordinal)), key =>
        {
            var name = Regex.Replace(key, @"\.(?:what|fix)$", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            // An explanation's words are looked up by family and word: new Said("band", "near"), "explain.section." and the section.
            var parts = key.Split('.');
            var looked = parts[0] == "explain" && (Sources.Contains($"\"{parts[^2]}\"", StringComparison.Ordinal) || Sources.Contains($"\"explain.{parts[1]}.", StringComparison.Ordinal));
            looked |= Sources.Contains($"\"{key[..(key.LastIndexOf('.') + 1)]}\" + ", StringComparison.Ordinal);
            // A column of a workbook names the family of its words: Look.Term, 8, "strength".
            looked |= Sources.Contains($", \"{key[..Math.Max(0, key.LastIndexOf('.'))]}\")", StringComparison.Ordinal);
            Assert.True(looked || Sources.Contains($"\"{name}\"", StringComparison.Ordinal) || key is "finding.error" or "finding.warning" or "finding.note", key);
        });

    static string Placeholders(string text) => string.Join(' ', TextBook.Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex("\"(?<code>(?:FILE|FORM|SRC|SITE|VINTAGE|MAP|ROW|CELL|YAML|PACK|PLAN|PARAMETER|SQL)-[A-Z0-9-]+)\"", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Code();

    [GeneratedRegex("(?:\\.Say|\\.Note|Texts|texts)[(\\[]\"(?<key>[a-z_]+\\.[a-z_]+|cancelled|fault)\"", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Key();
}
