using Junheng.Models.Findings;
using Junheng.Models.Geography;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Formats;

/// <summary>Reads a list of county codes that changed, such as <c>models/geography/county-codes.yaml</c>.</summary>
public static class CountyCodesReader
{
    static readonly string[] Certainties = ["seed", "published", "second-hand", "inferred"];

    /// <returns>The list, or null when the file is no YAML map.</returns>
    public static CountyCodes? Read(string path, string name, FindingList findings)
    {
        if (YamlFile.Open(path, name, findings) is not { } map) return null;
        var id = map.Text("id") ?? "";
        map.Words("title");
        var changes = new List<CountyCodeChange>();
        foreach (var one in map.Maps("changes"))
        {
            var change = ChangeOf(one);
            // One code that becomes two is no change of code: its schools say where each belongs.
            if (changes.Exists(other => other.Code == change.Code)) one.Report("GEO-CODE-TWICE", "from", change.Code);
            if (change.Code == change.NextCode || changes.Exists(other => Backward(change, other) || Backward(other, change))) one.Report("GEO-BACKWARD", "year", change.Code, ("to", change.NextCode));
            changes.Add(change);
        }

        map.Done();
        return new CountyCodes(id, changes, File.ReadAllText(path));
    }

    // The code one change ends in was given up before, or in the same year.
    static bool Backward(CountyCodeChange change, CountyCodeChange other) => change.NextCode == other.Code && other.Year <= change.Year;

    static CountyCodeChange ChangeOf(YamlMap map)
    {
        var change = new CountyCodeChange(
            map.Whole("year") ?? 0,
            map.Text("from") ?? "",
            map.Text("from_name") ?? "",
            map.Text("to") ?? "",
            map.Text("to_name") ?? "",
            map.Choice("certainty", Certainties) ?? "",
            map.Text("source") ?? "");
        map.Done();
        return change;
    }
}
