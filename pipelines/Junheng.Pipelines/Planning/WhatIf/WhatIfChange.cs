using System.Text.RegularExpressions;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Planning.WhatIf;

/// <summary>One change somebody supposes, as it was said.</summary>
/// <param name="Unit">Code of a school or a county.</param>
/// <param name="Stage">Null where it was not said.</param>
/// <param name="Adds">Whether the amount is added to what was filed, or put in its place.</param>
/// <param name="Place">Where it was said.</param>
public sealed partial record WhatIfChange(string Unit, string? Stage, string Field, bool Adds, Rational Amount, Place Place)
{
    const string Flag = "--change";

    /// <summary>Reads <c>unit[/stage]/field=amount</c>; <c>+=</c> and <c>-=</c> add and take away.</summary>
    public static WhatIfChange? Parse(string said, FindingList findings)
    {
        var place = new Place(Flag);
        if (Said().Match(said) is { Success: true } match && Rational.TryParse(match.Groups["amount"].Value, out var amount))
        {
            var sign = match.Groups["sign"].Value;
            return new WhatIfChange(
                match.Groups["unit"].Value, match.Groups["stage"] is { Success: true } stage ? stage.Value : null, match.Groups["field"].Value,
                sign.Length > 0, sign == "-" ? 0 - amount : amount, place);
        }

        findings.Add(Finding.Error("WHATIF-UNREADABLE", place, said));
        return null;
    }

    /// <summary>Reads a file of changes.</summary>
    public static IReadOnlyList<WhatIfChange> ReadAll(string path, FindingList findings)
    {
        if (YamlFile.Open(path, Path.GetFileName(path), findings) is not { } map) return [];
        var changes = map.Maps("changes").Select(Read).OfType<WhatIfChange>().ToList();
        map.Done();
        return changes;
    }

    static WhatIfChange? Read(YamlMap map)
    {
        var unit = map.Text("unit");
        var field = map.Text("field");
        var stage = map.Has("stage") ? map.Choice("stage", [.. Stages.InOrder, Stages.All]) : null;
        var (set, add) = (map.NumberOrNull("set"), map.NumberOrNull("add"));
        if (set is null == add is null) map.Report("WHATIF-SET-OR-ADD", "field", field ?? "");
        var place = map.PlaceOf("field");
        map.Done();
        return unit is null || field is null || (set ?? add) is not { } amount ? null : new WhatIfChange(unit, stage, field, add is not null, amount, place);
    }

    [GeneratedRegex(@"^(?<unit>[^/\s=]+)(/(?<stage>kindergarten|primary|junior|senior|all))?/(?<field>[a-z0-9_]+)(?<sign>[+-]?)=(?<amount>[0-9.]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();
}
