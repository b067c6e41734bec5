using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Sources;

/// <summary>Finds the files a source names. A pattern never leaves its folder.</summary>
public static class FileFinder
{
    /// <returns>Every file found, in ordinal order of its name; a pattern that finds none is a finding.</returns>
    public static IReadOnlyList<FiledFile> Find(Source source, FindingList findings)
    {
        var found = new List<(FiledFile File, Place Place)>();
        foreach (var files in source.Files)
        {
            var place = new Place(SourceReader.FileName, Row: files.Line, Column: "files");
            var shared = files.Pattern.StartsWith(SharedData.Prefix, StringComparison.Ordinal);
            var pattern = shared ? files.Pattern[SharedData.Prefix.Length..] : files.Pattern;
            if (Path.IsPathRooted(pattern) || pattern.Split('/', '\\').Contains(".."))
            {
                findings.Add(Finding.Error("SRC-PATH-ESCAPES", place, files.Pattern));
                continue;
            }

            var root = shared ? SharedData.Find() : source.Folder;
            if (root is null)
            {
                findings.Add(Finding.Error("SRC-SHARED-ABSENT", place, files.Pattern, ("variable", SharedData.Variable)));
                continue;
            }

            var matches = Matches(root, pattern).ToList();
            if (matches.Count == 0)
                findings.Add(Finding.Error("SRC-NO-FILES", place, files.Pattern));
            found.AddRange(matches.Select(match => (Filed(files, match.Name, shared, match.Path, match.Year, match.Vintage), place)));
        }

        foreach (var twice in found.GroupBy(one => one.File.Name).Where(group => group.Count() > 1))
            findings.Add(Finding.Error("SRC-FILE-TWICE", twice.Last().Place, twice.Key));
        return found.Select(one => one.File).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
    }

    static FiledFile Filed(SourceFiles files, string name, bool shared, string path, int? year, DateOnly? vintage)
    {
        using var stream = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        return new FiledFile((shared ? SharedData.Prefix : "") + name, path, files.Datasets, files.Year ?? year, files.Encoding, hash, stream.Length) { Delimiter = files.Delimiter, Form = files.Form, FiledOn = files.FiledOn ?? vintage };
    }

    static IEnumerable<(string Name, string Path, int? Year, DateOnly? Vintage)> Matches(string root, string pattern)
    {
        var expression = new Regex(
            "^" + Regex.Escape(pattern).Replace(@"\{year}", "(?<year>[12][0-9]{3})", StringComparison.Ordinal).Replace(@"\{vintage}", "(?<vintage>[12][0-9]{3}-[01][0-9]-[0-3][0-9])", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchFor(pattern)))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (expression.Match(name) is not { Success: true } match) continue;
            var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : (int?)null;
            // A thirtieth of February is no date, and the file none of these.
            DateOnly filedOn = default;
            if (match.Groups["vintage"].Success && !DateOnly.TryParseExact(match.Groups["vintage"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out filedOn)) continue;
            yield return (name, path, year, filedOn == default ? null : filedOn);
        }
    }

    // Links are not followed: one may point outside the folder, or at a folder above and never end.
    static EnumerationOptions SearchFor(string pattern) => new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = pattern.Count(character => character == '/'),
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };
}
