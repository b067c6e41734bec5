using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Junheng.Models;

namespace Junheng.Pipelines.Texts;

/// <summary>Every text for people, by key, in one language. Placeholders stand in braces: <c>{file}</c>.</summary>
public sealed partial class TextBook
{
    static readonly Lazy<TextBook> Chinese = new(() => Load(Language.Zh));
    static readonly Lazy<TextBook> English = new(() => Load(Language.En));

    readonly Dictionary<string, string> texts;

    TextBook(Language language, Dictionary<string, string> texts)
    {
        Language = language;
        this.texts = texts;
    }

    public Language Language { get; }

    public IReadOnlyCollection<string> Keys => texts.Keys;

    public static TextBook In(Language language) => language == Language.Zh ? Chinese.Value : English.Value;

    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>The text of a key with its placeholders filled. An unknown key or placeholder is a bug and throws.</summary>
    public string this[string key, params (string Name, object? Value)[] facts] =>
        Fill(texts[key], facts.ToDictionary(fact => fact.Name, fact => Convert.ToString(fact.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal));

    public static string Fill(string text, IReadOnlyDictionary<string, string> facts) =>
        Placeholder().Replace(text, match => facts.TryGetValue(match.Groups[1].Value, out var fact)
            ? fact
            : throw new KeyNotFoundException($"The text «{text}» wants {match.Value}, which was not given."));

    public string Raw(string key) => texts[key];

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    public static partial Regex Placeholder();

    static TextBook Load(Language language)
    {
        var name = language == Language.Zh ? "zh" : "en";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"texts.{name}.json")
            ?? throw new InvalidOperationException($"texts.{name}.json is not embedded.");
        return new TextBook(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}
