using System.Text.RegularExpressions;
using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>A folder that is a document: <c>zh.md</c> and <c>en.md</c> with places for numbers, and the queries that give them. Copy the folder and change it: no code.</summary>
/// <param name="Queries">Those the text names, by name: <c>totals.sql</c> is <c>totals</c>. A comment <c>&lt;!-- with: card --&gt;</c> lends those of a shipped template; its own go before them.</param>
public sealed partial record DocumentTemplate(string Folder, string Text, IReadOnlyDictionary<string, string> Queries)
{
    public static IReadOnlyList<string> Shipped =>
        Directory.Exists(ShippedContent.Briefings)
            ? [.. Directory.GetDirectories(ShippedContent.Briefings).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>A query of this name says, in its first row, why the document must not be made.</summary>
    internal const string Withheld = "withheld";

    public DocumentLayout Layout => LayoutMark().Match(Text) is { Success: true } mark ? Enum.Parse<DocumentLayout>(mark.Groups["layout"].Value, ignoreCase: true) : DocumentLayout.Official;

    /// <summary>One document a school.</summary>
    public bool IsOfSchool => Asks("$school");

    /// <summary>One document a county.</summary>
    public bool IsOfCounty => !IsOfSchool && Asks("$county");

    public static (DocumentTemplate? Template, DocumentFault? Fault) Read(string folder, Language language)
    {
        var text = Path.Combine(folder, language == Language.Zh ? "zh.md" : "en.md");
        if (!File.Exists(text)) return (null, new($"There is no {text}.", "Point to a folder with zh.md, en.md and the queries they name."));
        var words = File.ReadAllText(text).ReplaceLineEndings("\n");
        var queries = new Dictionary<string, string>(StringComparer.Ordinal);
        var lent = WithMark().Matches(words).Select(mark => mark.Groups["kind"].Value).Where(kind => Shipped.Contains(kind, StringComparer.Ordinal)).Select(kind => Path.Combine(ShippedContent.Briefings, kind));
        foreach (var path in lent.Append(folder).SelectMany(from => Directory.GetFiles(from, "*.sql").Order(StringComparer.Ordinal))) queries[Path.GetFileNameWithoutExtension(path)] = File.ReadAllText(path);
        return (new DocumentTemplate(folder, words, queries.Where(query => query.Key == Withheld || IsNamed(words, query.Key)).ToDictionary(StringComparer.Ordinal)), null);
    }

    // A query nobody prints is not asked.
    static bool IsNamed(string text, string query) => Regex.IsMatch(text, @"\{\{[#^]?\s*" + Regex.Escape(query) + @"[.}\s]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    bool Asks(string parameter) => Queries.Values.Any(sql => sql.Contains(parameter, StringComparison.Ordinal));

    [GeneratedRegex("^<!-- with: (?<kind>[a-z-]+) -->$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex WithMark();

    [GeneratedRegex("^<!-- layout: (?<layout>official|sheet|card) -->$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex LayoutMark();
}
