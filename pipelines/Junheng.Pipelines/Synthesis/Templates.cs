using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>The texts around the numbers, which lie beside this file as they will be written.</summary>
static class Templates
{
    const string Files = "\nfiles:\n";

    static readonly string ReadmeTemplate = Read("README.md");

    static readonly string DistrictReadmeTemplate = Read("district/README.md");

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

    /// <summary>The first line of the city's README, by which we know it.</summary>
    public static string Mark { get; } = FirstLine(ReadmeTemplate);

    public static string DistrictMark { get; } = FirstLine(DistrictReadmeTemplate);

    public static string DistrictSource { get; } = Read("district/source.yaml");

    /// <summary>The city's columns under a name of its own.</summary>
    public static string DistrictMap { get; } = Map
        .Replace("id: demo-city", "id: demo-district", StringComparison.Ordinal)
        .Replace("{zh: 示例市统计表（示例数据）, en: Tables of Demo City (synthetic data)}", "{zh: 示例盟统计表（示例数据）, en: Tables of Demo District (synthetic data)}", StringComparison.Ordinal);

    public static string Readme(ulong seed, IEnumerable<CountyStory> stories) => Filled(ReadmeTemplate, seed, stories);

    public static string DistrictReadme(ulong seed, IEnumerable<CountyStory> stories) => Filled(DistrictReadmeTemplate, seed, stories);

    static string Filled(string template, ulong seed, IEnumerable<CountyStory> stories) => template
        .Replace("{{seed}}", seed.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{{counties}}", string.Join('\n', stories.Select(Row)), StringComparison.Ordinal);

    static string FirstLine(string text) => text.Split('\n', 2)[0];

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
