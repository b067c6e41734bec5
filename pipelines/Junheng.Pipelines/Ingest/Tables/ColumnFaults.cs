using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Tables;

/// <summary>What looks wrong in a column of a table nobody has described yet: one finding a kind and column, with the first cell and how many.</summary>
internal static class ColumnFaults
{
    // As method.md and the real files have them.
    static readonly string[] MissingMarks = ["*", "-1", "-", "—", "——", "－", "/", "无", "…", "..", "n/a", "na"];
    static readonly string[] CodeWords = ["代码", "标识码", "编码", "code", "id"];

    public static IEnumerable<Finding> In(Place table, string column, string header, IReadOnlyList<(int Row, string Text)> cells)
    {
        var filled = cells.Select(cell => (cell.Row, Text: cell.Text.Trim())).Where(cell => cell.Text.Length > 0).ToList();
        foreach (var (code, severity, test) in Tests(header, filled))
        {
            var hits = filled.FindAll(cell => test(cell.Text));
            if (hits.Count == 0) continue;
            var shown = string.Join(' ', hits.Select(hit => hit.Text).Distinct(StringComparer.Ordinal).Take(5));
            yield return Finding.Of(severity, code, table with { Row = hits[0].Row, Column = $"{column} {header}" }, shown, ("count", hits.Count.ToString(CultureInfo.InvariantCulture)));
        }
    }

    static IEnumerable<(string Code, Severity Severity, Predicate<string> Test)> Tests(string header, List<(int Row, string Text)> filled)
    {
        yield return ("LOOK-ERROR-CELL", Severity.Warning, ErrorTexts.Are);
        yield return ("LOOK-WIDE-DIGITS", Severity.Note, text => text.Any(character => character is >= '０' and <= '９') && text.All(character => character is (>= '０' and <= '９') or '．' or '，' or '－' || char.IsAsciiDigit(character)));
        yield return ("LOOK-MISSING-MARK", Severity.Note, text => MissingMarks.Contains(text, StringComparer.OrdinalIgnoreCase));
        if (!Array.Exists(CodeWords, word => header.EndsWith(word, StringComparison.OrdinalIgnoreCase))) yield break;
        yield return ("LOOK-CODE-AS-NUMBER", Severity.Warning, text => text.Contains("E+", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(text[0]));
        var digits = filled.FindAll(cell => cell.Text.All(char.IsAsciiDigit));
        if (digits.Count * 2 < filled.Count || digits.Count == 0) yield break;
        var longest = digits.Max(cell => cell.Text.Length);
        // Codes have one length; where some are a digit or two short, a spreadsheet took them for numbers.
        yield return ("LOOK-CODE-SHORT", Severity.Warning, text => text.All(char.IsAsciiDigit) && text.Length < longest && text.Length >= longest - 2);
    }
}
