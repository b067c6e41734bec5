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

    /// <summary>The same where the city is filed in the forms of <c>junheng template</c>.</summary>
    public static string FormSourceHead { get; } = SourceHead.Replace("map: maps/demo-city.yaml", "map: template", StringComparison.Ordinal);

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
