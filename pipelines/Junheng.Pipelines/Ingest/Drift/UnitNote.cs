using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using YamlDotNet.RepresentationModel;

namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>A field of the map that is filed in another unit now.</summary>
/// <param name="From">The unit the map reads it in.</param>
/// <param name="To">The unit the map is to say instead; empty where a person must find out.</param>
/// <param name="Factor">How many times larger the numbers are now, where only they say so; null where the new header does.</param>
public sealed record UnitNote(string Field, string Header, string From, string To, Rational? Factor)
{
    /// <summary>The new header says it: the map can be changed. A suspicion is for a person to check.</summary>
    public bool Stated => Factor is null && To.Length > 0;

    /// <param name="columns">What became of the columns the field is made of.</param>
    /// <param name="stored">The unit the field is stored in.</param>
    /// <returns>Null where the unit stays, as far as can be told.</returns>
    internal static UnitNote? Of(string field, YamlNode rule, IReadOnlyList<ColumnDrift> columns, string stored)
    {
        var from = UnitNode(rule) is YamlScalarNode { Value: { Length: > 0 } said } ? said : stored;
        var unit = from == stored ? FiledUnit.AsIs : FiledUnit.Find(from) ?? FiledUnit.AsIs;
        var stayed = columns.Where(column => column.New is not null).ToList();
        if (stayed.Find(column => HeaderUnit.Differs(column.New!.Header.Unit, unit, stored)) is { } stated)
        {
            // One rule has one unit: several that differ, or a product of them, it cannot say.
            var now = stayed.Select(column => column.New!.Header.Unit).Distinct(StringComparer.Ordinal).ToList();
            return new(field, stated.New!.Title, from, now.Count == 1 && Converts(rule) && Kind(now[0]) == Kind(from) ? now[0] : "", null);
        }

        return stayed.Find(column => column.Unit is { Suspected: true }) is { Unit.Factor: { } factor } suspected
            ? new(field, suspected.New!.Title, from, Converts(rule) ? Guess(from, factor) : "", factor)
            : null;
    }

    /// <summary>What the rule must say in the map's text: where, until where, and what.</summary>
    /// <param name="header">The name of the column as it is to be written, when the rule is nothing else.</param>
    internal (long Start, long End, string Text) Edit(YamlNode rule, string header)
    {
        var unit = To == FiledUnit.Percent ? $"'{To}'" : To;
        if (rule is not YamlMappingNode map) return (rule.Start.Index, rule.End.Index, $"{{from: {header}, unit: {unit}}}");
        if (UnitNode(rule) is { } node) return (node.Start.Index, node.End.Index, unit);
        var first = map.Children.First().Key.Start;
        var between = map.Style == YamlDotNet.Core.Events.MappingStyle.Flow ? ", " : "\n" + new string(' ', (int)first.Column - 1);
        return (first.Index, first.Index, $"unit: {unit}{between}");
    }

    // Numbers that have grown are in a smaller unit of the same kind.
    static string Guess(string from, Rational factor) => FiledUnit.Find(from) is { } unit
        ? FiledUnit.All.FirstOrDefault(other => other.Ours == unit.Ours && unit.Factor == other.Factor * factor)?.Name ?? ""
        : from == Share && factor == 100 ? FiledUnit.Percent : "";

    const string Share = "比值";

    static string Kind(string unit) => FiledUnit.Find(unit)?.Ours ?? unit;

    static bool Converts(YamlNode rule) => rule is not YamlMappingNode map || !map.Children.Keys.Any(key => key.ToString() is "product" or "quotient");

    static YamlNode? UnitNode(YamlNode rule) => rule is YamlMappingNode map && map.Children.TryGetValue("unit", out var unit) ? unit : null;
}
