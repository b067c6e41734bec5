using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Junheng.Models;
using Junheng.Pipelines;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary>Remembers what the pictures in a folder were drawn from, so that a run draws those that are stale and no others.</summary>
public sealed class FigureStamp(string folder)
{
    string FilePath => Path.Combine(folder, ".drawn.json");

    public bool IsFresh(Figure figure, Catalog catalog, string themePath, Language language) =>
        Read().GetValueOrDefault(figure.Id) == KeyOf(figure, catalog, themePath, language)
        && new[] { ".svg", ".png", ".pdf", ".csv" }.All(extension => File.Exists(Path.Combine(folder, figure.Id + extension)));

    public void Set(Figure figure, Catalog catalog, string themePath, Language language)
    {
        var drawn = Read();
        drawn[figure.Id] = KeyOf(figure, catalog, themePath, language);
        AtomicFile.Write(FilePath, JsonSerializer.Serialize(drawn));
    }

    // Everything that shows in the picture: the figure itself, the theme, the data by their hashes, the caption.
    static string KeyOf(Figure figure, Catalog catalog, string themePath, Language language) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [
        File.ReadAllText(figure.QueryPath), File.ReadAllText(figure.SpecPath), File.ReadAllText(figure.WordsPath), File.ReadAllText(themePath),
        catalog.ToJson(), language.ToString(),
    ]))));

    Dictionary<string, string> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(FilePath)) ?? [];
        }
        catch (Exception absent) when (absent is IOException or JsonException)
        {
            return [];
        }
    }
}
