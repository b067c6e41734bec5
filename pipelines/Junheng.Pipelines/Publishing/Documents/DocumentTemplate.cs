using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>A folder that is a document: <c>zh.md</c> and <c>en.md</c> with places for numbers, and the queries that give them. Copy the folder and change it: no code.</summary>
/// <param name="Queries">Text by name: <c>totals.sql</c> is <c>totals</c>.</param>
public sealed record DocumentTemplate(string Folder, string Text, IReadOnlyDictionary<string, string> Queries)
{
    public static IReadOnlyList<string> Shipped =>
        Directory.Exists(ShippedContent.Briefings)
            ? [.. Directory.GetDirectories(ShippedContent.Briefings).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
            : [];

    public static (DocumentTemplate? Template, DocumentFault? Fault) Read(string folder, Language language)
    {
        var text = Path.Combine(folder, language == Language.Zh ? "zh.md" : "en.md");
        if (!File.Exists(text)) return (null, new($"There is no {text}.", "Point to a folder with zh.md, en.md and the queries they name."));
        var queries = Directory.GetFiles(folder, "*.sql").Order(StringComparer.Ordinal).ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText, StringComparer.Ordinal);
        return (new DocumentTemplate(folder, File.ReadAllText(text).ReplaceLineEndings("\n"), queries), null);
    }
}
