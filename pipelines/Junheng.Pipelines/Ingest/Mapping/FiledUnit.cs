using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A unit people file in, and what one of it is in ours. The list is closed: a unit not in it is a finding, never a guess.</summary>
public sealed record FiledUnit(string Name, string Ours, Rational Factor)
{
    public static readonly FiledUnit AsIs = new("", "", 1);

    public static readonly IReadOnlyList<FiledUnit> All =
    [
        new("元", "元", 1),
        new("万元", "元", 10_000),
        new("千元", "元", 1_000),
        new("亿元", "元", 100_000_000),
        new("m²", "m²", 1),
        new("㎡", "m²", 1),
        new("平方米", "m²", 1),
        new("公顷", "m²", 10_000),
        // One mu is exactly 2000/3 square metres.
        new("亩", "m²", new Rational(2000, 3)),
        // A share filed as a percentage, with its sign or without.
        new(Percent, "比值", new Rational(1, 100)),
    ];

    public const string Percent = "%";

    public static FiledUnit? Find(string name) => All.FirstOrDefault(unit => unit.Name == name);
}
