using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Sources;

/// <summary>Reads a folder's <c>source.yaml</c>.</summary>
public static partial class SourceReader
{
    public const string FileName = "source.yaml";

    // Those that others hold against what they name.
    static readonly string[] Keys = ["rule_pack", "map", "parameters", "plan", "geography", "prices", "files"];

    /// <returns>The source, as far as it could be read, so that slips in what it names are told with its own; null when the file is no YAML map.</returns>
    public static Source? Read(string folder, FindingList findings)
    {
        var path = Path.Combine(folder, FileName);
        if (YamlFile.Open(path, FileName, findings) is not { } map) return null;

        var source = new Source(
            IdOf(map),
            folder,
            map.Words("title"),
            map.Flag("synthetic", false),
            DateOf(map, "as_of", map.Text("as_of")) ?? default,
            map.Text("rule_pack") ?? "",
            map.Text("map") ?? "",
            map.Texts("missing"),
            map.ChoiceOr("duplicates", "error", "error", "first") == "first",
            map.ChoiceOr("unregistered", "error", "error", "set_aside") == "set_aside",
            ParametersOf(map),
            map.Maps("files").Select(FilesOf).ToList(),
            File.ReadAllText(path),
            Keys.ToDictionary(key => key, key => map.PlaceOf(key) with { Column = key }, StringComparer.Ordinal))
        { Plans = map.Texts("plan"), Geography = map.TextOr("geography", "county-codes"), Prices = map.TextOr("prices", "") };
        if (source.Files.Count == 0) map.Report("YAML-MISSING-KEY", "files", "", ("key", "files"));
        map.Done();
        return source;
    }

    static string IdOf(YamlMap map)
    {
        var id = map.Text("id") ?? "";
        if (id.Length > 0 && !Identifier().IsMatch(id)) map.Report("YAML-BAD-VALUE", "id", id, ("wanted", "a-z 0-9 -"));
        return id;
    }

    static DateOnly? DateOf(YamlMap map, string key) => DateOf(map, key, map.TextOr(key, ""));

    static DateOnly? DateOf(YamlMap map, string key, string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (text is { Length: > 0 }) map.Report("YAML-BAD-VALUE", key, text, ("wanted", "2024-12-31"));
        return null;
    }

    static Dictionary<string, string> ParametersOf(YamlMap map)
    {
        if (map.MapOrNull("parameters") is not { } parameters) return [];
        return parameters.Keys.ToDictionary(name => name, name => parameters.TextOr(name, ""), StringComparer.Ordinal);
    }

    static SourceFiles FilesOf(YamlMap map)
    {
        var files = new SourceFiles(
            map.Text("files") ?? "",
            map.Texts("datasets"),
            map.WholeOrNull("year"),
            map.ChoiceOr("encoding", TextEncodings.Detect, TextEncodings.Choices),
            map.Line)
        {
            Delimiter = map.Has("delimiter") ? map.ChoiceOr("delimiter", "comma", [.. DelimiterGuess.Names.Keys]) : "",
            Form = map.TextOr("form", ""),
            FiledOn = DateOf(map, "filed_on"),
        };
        if (files.Datasets.Count == 0) map.Report("YAML-MISSING-KEY", "datasets", "", ("key", "datasets"));
        map.Done();
        return files;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex Identifier();
}
