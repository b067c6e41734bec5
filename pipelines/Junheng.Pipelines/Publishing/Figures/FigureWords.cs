using System.Globalization;
using System.Text.Json;
using Junheng.Models;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>What stands around a figure in one language.</summary>
/// <param name="Title">What it shows; without numbers, for it stands over an empty figure too.</param>
/// <param name="Scope">The year, the place: <c>{column}</c> is that column in the first row.</param>
/// <param name="Reading">How to read it; may name columns as the scope does.</param>
/// <param name="Method">How its numbers came about.</param>
/// <param name="Alt">What one who cannot see it is told.</param>
public sealed record FigureWords(string Title, string Scope, string Reading, string Method, string Alt)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    public static (FigureWords? Words, FigureFault? Fault) Read(Figure figure, Language language)
    {
        try
        {
            var words = JsonSerializer.Deserialize<Dictionary<string, FigureWords>>(File.ReadAllBytes(figure.WordsPath), Json);
            var code = language == Language.Zh ? "zh" : "en";
            return words?.GetValueOrDefault(code) is { } said
                ? (said, null)
                : (null, new("figure_words", $"{figure.WordsPath} has no '{code}'.", "Write title, scope, reading, method and alt in both languages."));
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return (null, new("figure_words", $"{figure.WordsPath}: {fault.Message}", "Write title, scope, reading, method and alt in both languages."));
        }
    }

    /// <summary>Scope and reading with their columns filled in; without rows there is nothing to say about them.</summary>
    public (FigureWords? Words, FigureFault? Fault) Filled(Figure figure, FigureData data)
    {
        var columns = TextBook.Placeholder().Matches(Scope + Reading).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        if (columns.Find(column => !data.Columns.Contains(column)) is { } unknown)
            return (null, new("figure_words", $"{figure.Id}: words.json wants the column '{unknown}', which query.sql does not give.", "Select the column, or leave it out of scope and reading."));
        if (data.Rows.Count == 0) return (this with { Scope = "", Reading = "" }, null);
        var facts = columns.ToDictionary(column => column, column => Text(data, column), StringComparer.Ordinal);
        return (this with { Scope = TextBook.Fill(Scope, facts), Reading = TextBook.Fill(Reading, facts) }, null);
    }

    static string Text(FigureData data, string column) => Convert.ToString(data.Rows[0][data.Columns.ToList().IndexOf(column)], CultureInfo.InvariantCulture) ?? "";
}
