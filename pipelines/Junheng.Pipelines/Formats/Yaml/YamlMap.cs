using System.Globalization;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Texts;
using YamlDotNet.RepresentationModel;

namespace Junheng.Pipelines.Formats.Yaml;

/// <summary>
/// A YAML map read by asking for its keys. Each question that finds the wrong thing leaves a finding with the line; <see cref="Done"/> reports the keys
/// nobody asked for, so a typing slip is never silently ignored.
/// </summary>
public sealed class YamlMap(string file, string path, YamlMappingNode node, FindingList findings)
{
    readonly SortedSet<string> asked = new(StringComparer.Ordinal);

    public int Line => (int)node.Start.Line;

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public Place PlaceOf(string key) => new(file, Row: Child(key) is { } child ? (int)child.Start.Line : Line, Column: PathOf(key));

    public bool Has(string key) => Child(key) is not null and not YamlScalarNode { Value: null or "" or "~" or "null" };

    public string? Text(string key) => Has(key) ? TextOr(key, "") : Missing<string>(key);

    public string TextOr(string key, string otherwise) => Child(key) switch
    {
        null => otherwise,
        YamlScalarNode scalar => scalar.Value ?? otherwise,
        _ => Wrong(key, "text", otherwise),
    };

    public int? Whole(string key) => Text(key) is { } text ? WholeOf(key, text) : null;

    public int? WholeOrNull(string key) => Has(key) ? Whole(key) : Asked<int?>(key);

    public Rational? Number(string key) => Text(key) is not { } text ? null : Rational.TryParse(text, out var number) ? number : Wrong<Rational?>(key, "number", null);

    public Rational? NumberOrNull(string key) => Has(key) ? Number(key) : Asked<Rational?>(key);

    public bool Flag(string key, bool otherwise) => TextOr(key, otherwise ? "true" : "false") switch
    {
        "true" => true,
        "false" => false,
        _ => Wrong(key, "true, false", otherwise),
    };

    /// <summary>A word from a closed list; the finding names the list and the nearest word.</summary>
    public string? Choice(string key, params string[] choices) => Text(key) is { } text ? Checked(key, text, choices) : null;

    public string ChoiceOr(string key, string otherwise, params string[] choices) =>
        Has(key) ? Choice(key, choices) ?? otherwise : Asked(key, otherwise)!;

    public YamlMap? Map(string key) => Has(key) ? MapOrNull(key) : Missing<YamlMap>(key);

    public YamlMap? MapOrNull(string key) => Child(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(file, PathOf(key), map, findings),
        YamlScalarNode { Value: null or "" } => null,
        _ => Wrong<YamlMap?>(key, "map", null),
    };

    /// <summary>The maps of a list; a thing that is no map is a finding.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => Items(key).Select((item, index) =>
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{PathOf(key)}[{index + 1}]");
        if (item is YamlMappingNode map) return new YamlMap(file, at, map, findings);
        findings.Add(Finding.Error("YAML-BAD-VALUE", new Place(file, Row: (int)item.Start.Line, Column: at), item.ToString(), ("wanted", "map")));
        return null;
    }).OfType<YamlMap>().ToList();

    /// <summary>The texts of a list; one text alone counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => Child(key) is YamlScalarNode { Value.Length: > 0 } single
        ? [single.Value!]
        : Items(key).OfType<YamlScalarNode>().Select(item => item.Value ?? "").ToList();

    /// <summary>A <c>{zh: …, en: …}</c> pair; both are required, because every text for people is in both languages.</summary>
    public Bilingual Words(string key)
    {
        if (Map(key) is not { } map) return new Bilingual("", "");
        var words = new Bilingual(map.Text("zh") ?? "", map.Text("en") ?? "");
        map.Done();
        return words;
    }

    public bool IsMap(string key) => Child(key) is YamlMappingNode;

    /// <summary>Nothing stands there, or an empty list.</summary>
    public bool IsEmpty(string key) => Child(key) is null or YamlScalarNode { Value: null or "" } or YamlSequenceNode { Children.Count: 0 };

    public bool IsList(string key) => Child(key) is YamlSequenceNode;

    public void Report(string code, string key, string value = "", params (string Name, string Text)[] facts) =>
        findings.Add(Finding.Error(code, PlaceOf(key), value, facts));

    /// <summary>Reports every key that was never asked for, with the nearest that was.</summary>
    public void Done()
    {
        foreach (var (key, _) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? key.ToString();
            if (asked.Contains(name)) continue;
            findings.Add(Finding.Error("YAML-UNKNOWN-KEY", new Place(file, Row: (int)key.Start.Line, Column: PathOf(name)), name,
                ("known", string.Join(", ", Nearest.First(name, asked)))));
        }
    }

    string? Checked(string key, string text, string[] choices)
    {
        if (choices.Contains(text, StringComparer.Ordinal)) return text;
        return Wrong<string?>(key, string.Join(", ", choices), null);
    }

    int? WholeOf(string key, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Wrong<int?>(key, "whole number", null);

    IEnumerable<YamlNode> Items(string key) => Child(key) switch
    {
        YamlSequenceNode list => list.Children,
        null or YamlScalarNode { Value: null or "" } => [],
        _ => Wrong<IEnumerable<YamlNode>>(key, "list", []),
    };

    YamlNode? Child(string key)
    {
        asked.Add(key);
        return node.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;
    }

    T? Asked<T>(string key, T? otherwise = default)
    {
        asked.Add(key);
        return otherwise;
    }

    T? Missing<T>(string key)
    {
        asked.Add(key);
        findings.Add(Finding.Error("YAML-MISSING-KEY", new Place(file, Row: Line, Column: PathOf(key)), "", ("key", key)));
        return default;
    }

    T Wrong<T>(string key, string wanted, T otherwise)
    {
        var value = Child(key) is YamlScalarNode scalar ? scalar.Value ?? "" : "";
        findings.Add(Finding.Error("YAML-BAD-VALUE", PlaceOf(key), value, ("wanted", wanted)));
        return otherwise;
    }

    string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
