using System.Globalization;
using System.Text;
using Junheng.Models.Findings;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Console;

/// <summary>The whole list of findings as a CSV that a spreadsheet opens, for whoever must mend them.</summary>
public static class FindingFile
{
    public static void Write(string path, IReadOnlyList<Finding> findings, TextBook texts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var rows = findings.Select(IReadOnlyList<object?> (finding) =>
        [
            finding.Severity.ToString().ToLowerInvariant(), finding.Code, finding.Place.File, finding.Place.Sheet,
            finding.Place.Row.ToString(CultureInfo.InvariantCulture), finding.Place.Column, finding.Value, finding.What(texts), finding.Fix(texts),
        ]).ToList();
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        RowFormats.WriteCsv(new RowSet(["severity", "code", "file", "sheet", "row", "column", "value", "what", "fix"], rows), writer);
    }
}
