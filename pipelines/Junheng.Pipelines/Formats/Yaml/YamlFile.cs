using System.Globalization;
using Junheng.Models.Findings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Junheng.Pipelines.Formats.Yaml;

/// <summary>Opens one of our YAML formats. What is wrong with it becomes findings with the line and a remedy, all in one pass.</summary>
public static class YamlFile
{
    const int MostCharacters = 4_000_000;
    const int MostLevels = 50;

    /// <param name="name">How findings call the file.</param>
    /// <returns>The root map, or null with a finding when the text is no YAML map.</returns>
    public static YamlMap? Parse(string name, string text, FindingList findings)
    {
        if (text.Length > MostCharacters)
        {
            findings.Add(Finding.Error("YAML-TOO-BIG", new Place(name)));
            return null;
        }

        var stream = new YamlStream();
        try
        {
            // The loader descends by recursion and would take the process down with it.
            if (TooDeep(text) is { } line)
            {
                findings.Add(Finding.Error("YAML-SYNTAX", new Place(name, Row: line), "", ("problem", $"> {MostLevels.ToString(CultureInfo.InvariantCulture)} [ {{")));
                return null;
            }

            stream.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            findings.Add(Finding.Error("YAML-SYNTAX", new Place(name, Row: (int)broken.Start.Line), "", ("problem", broken.InnerException?.Message ?? broken.Message)));
            return null;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            // So the parser answers a bracket that is never closed, or one closed by the other kind.
            findings.Add(Finding.Error("YAML-SYNTAX", new Place(name, Row: LastSoundLine(text)), "", ("problem", "[ {")));
            return null;
        }

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            return new YamlMap(name, "", root, findings);
        findings.Add(Finding.Error("YAML-NOT-A-MAP", new Place(name, Row: 1)));
        return null;
    }

    /// <summary>Reads the file and its <c>format: 1</c>; a missing file is a finding.</summary>
    public static YamlMap? Open(string path, string name, FindingList findings)
    {
        if (!File.Exists(path))
        {
            findings.Add(Finding.Error("FILE-MISSING", new Place(name)));
            return null;
        }

        var root = Parse(name, File.ReadAllText(path), findings);
        if (root is null) return null;
        var format = root.Whole("format");
        if (format is not (null or 1))
            findings.Add(Finding.Error("YAML-FORMAT", root.PlaceOf("format"), root.TextOr("format", "")));
        return root;
    }

    static int LastSoundLine(string text)
    {
        var parser = new Parser(new StringReader(text));
        var line = 1;
        try
        {
            while (parser.MoveNext()) line = (int)parser.Current!.Start.Line;
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
        }

        return line;
    }

    static int? TooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var level = 0; parser.MoveNext(); level += parser.Current!.NestingIncrease)
        {
            if (level > MostLevels) return (int)parser.Current!.Start.Line;
        }

        return null;
    }
}
