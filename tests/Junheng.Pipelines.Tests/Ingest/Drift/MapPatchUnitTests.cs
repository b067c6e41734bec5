using Junheng.Pipelines.Ingest;
using Junheng.Pipelines.Ingest.Drift;
using Junheng.Pipelines.Ingest.Mapping;

namespace Junheng.Pipelines.Tests.Ingest.Drift;

/// <summary>A unit that changed is said in the layout to paste, where the new header says it; what only the numbers say is left to a person.</summary>
public sealed class MapPatchUnitTests
{
    const string Before = "仪器设备值";

    [Theory]
    [InlineData("{from: 仪器设备值, unit: 万元}", "仪器设备值（万元）", "仪器设备值（元）", 10_000, "元")]
    [InlineData("仪器设备值", "仪器设备值（元）", "仪器设备值（千元）", 1, "千元")]
    [InlineData("{sum: [仪器设备值, 代码]}", "仪器设备值（元）", "仪器设备值（万元）", 1, "")]
    [InlineData("\n          first_of:\n            - 仪器设备值", "仪器设备值", "仪器设备值(单位：万元)", 1, "万元")]
    public void Of_UnitInTheNewHeader_IsWhatTheLayoutSays(string rule, string old, string now, int times, string unit)
    {
        var patch = Patched(rule, old, now, times);

        var note = Assert.Single(patch.Units);
        Assert.Equal(("equipment_value", unit, unit.Length > 0), (note.Field, note.To, note.Stated));
        var layouts = PastedMap.Layouts(Map(rule).Replace("  facility:\n", "  facility:\n" + patch.Yaml, StringComparison.Ordinal), "facility");
        Assert.Equal(FiledUnit.Find(unit) is { Factor: var factor } && factor != 1 ? unit : "", layouts[0].Columns["equipment_value"].Unit.Name);
        Assert.Contains(now, layouts[0].Columns["equipment_value"].Operands[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{from: 仪器设备值, unit: 万元}", 10_000, "万元", "元")]
    [InlineData("仪器设备值", 10_000, "元", "")]
    public void Of_NumbersAloneGrown_TheLayoutStaysAndANoteAsks(string rule, int times, string from, string to)
    {
        var patch = Patched(rule, Before, Before, times);

        var note = Assert.Single(patch.Units);
        Assert.Equal((from, to, false, "10000"), (note.From, note.To, note.Stated, note.Factor.ToString()));
        Assert.Contains(rule, patch.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SameUnitInAnotherWriting_IsNoChange() => Assert.Empty(Patches("运动场地", "运动场地（㎡）", "运动场地（平方米）", 1, "sports_ground_area"));

    static MapPatch Patched(string rule, string old, string now, int times) => Assert.Single(Patches(rule, old, now, times));

    static IReadOnlyList<MapPatch> Patches(string rule, string old, string now, int times, string field = "equipment_value") =>
        MapPatch.Of(Map(rule, field), PastedMap.Catalog, TableDrift.Between(Table(old, 1), Table(now, times)), 2024);

    static string Map(string rule, string field = "equipment_value") =>
        $"format: 1\nid: one\ntitle: {{zh: 一, en: one}}\ndatasets:\n  facility:\n    - years: 2023\n      columns:\n        school_code: 代码\n        {field}: {rule}\n";

    // Twenty schools with 12, 24, … of whatever unit.
    static BareTable Table(string header, int times)
    {
        var numbers = Enumerable.Range(1, 20).ToList();
        return new(
            "", "utf-8", 1, 21, 20,
            [
                new("A", "代码", 0, 0, 0, numbers.ConvertAll(number => FormattableString.Invariant($"C{number}")).ToArray()),
                new("B", header, 0, 0, 0, numbers.ConvertAll(number => FormattableString.Invariant($"{number * 12 * times}")).ToArray()),
            ]);
    }
}
