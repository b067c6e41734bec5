namespace Junheng.Pipelines.Warehouse.Steps;

/// <summary>The comment lines a model opens with: <c>-- grain: …</c>, <c>-- inputs: …</c>, <c>-- clause: …</c>.</summary>
public sealed record SqlHeader(IReadOnlyList<string> Grain, IReadOnlyList<string> Inputs, string Clause, string Severity)
{
    public static SqlHeader Of(string sql)
    {
        var lines = sql.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).Select(line => line[2..].Trim()).ToList();
        return new SqlHeader(ListOf(lines, "grain:"), ListOf(lines, "inputs:"), TextOf(lines, "clause:"), TextOf(lines, "severity:"));
    }

    static string[] ListOf(List<string> lines, string key) =>
        TextOf(lines, key).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static string TextOf(List<string> lines, string key) =>
        lines.Find(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim() ?? "";
}
