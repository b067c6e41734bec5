using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>The texts around the numbers, which lie beside this file as they will be written.</summary>
static class Templates
{
    const string Files = "\nfiles:\n";

    static readonly string ReadmeTemplate = Read("README.md");

    public static string Source { get; } = Read("source.yaml");

    /// <summary>The source up to and with <c>files:</c>.</summary>
    public static string SourceHead { get; } = Source[..(Source.IndexOf(Files, StringComparison.Ordinal) + Files.Length)];

    /// <summary>The same where the city is read by another map.</summary>
    public static string HeadFor(string map) => SourceHead.Replace("map: maps/demo-city.yaml", $"map: {map}", StringComparison.Ordinal);

    /// <summary>A map of no columns of its own, which stands on others that ship.</summary>
    public static string MapOver(string id, params IEnumerable<string> others) => $$"""
        # 示例数据（synthetic）的列映射：都来自自带的映射。The column map of the synthetic city: all of it from maps that ship.
        format: 1
        id: {{id}}
        title: {zh: 示例市（示例数据）, en: Demo City (synthetic data)}
        with: [{{string.Join(", ", others)}}]

        """.ReplaceLineEndings("\n");

    public static string Prices { get; } = Read("prices.yaml");

    public static string Plan { get; } = Read("plans/demo-city-2022.yaml");

    public static string Map { get; } = Read("maps/demo-city.yaml");

    /// <summary>The first line of every README of ours.</summary>
    public static string Mark { get; } = ReadmeTemplate.Split('\n', 2)[0];

    public static string Readme(ulong seed, IEnumerable<CountyStory> stories) => ReadmeTemplate
        .Replace("{{seed}}", seed.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{{counties}}", string.Join('\n', stories.Select(Row)), StringComparison.Ordinal);

    static string Row(CountyStory story) => $"| {story.Code} | {story.Name} | {story.Zh} | {story.En} |";

    static string Read(string name)
    {
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream($"Synthesis/{name}")
            ?? throw new InvalidOperationException($"The template {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        // A checkout may have turned the line ends; the sample has LF everywhere.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
