using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>Over the committed samples every verdict occurs and every reason that the checks let through, and none that nobody explains.</summary>
[Collection(nameof(DemoCityBuilt))]
public sealed class EveryReasonTests(DemoCityBuilt city) : IDisposable
{
    const string Seen = """
        select reason_code as reason, verdict from county_indicator
        union select reason, verdict from school_indicator
        union select reason, verdict from school_rule_result
        union select reason, verdict from county_veto
        """;

    /// <summary>Guards behind the checks: a filing that could bring them is faulty, or its stage out of scope, before they are asked.</summary>
    static readonly string[] Shadowed = ["negative_quantity", "no_pupils"];

    readonly SnapshotReader district = SnapshotReader.Open(DemoDistrict.Built.Snapshot!, new(1, "1GB", Directory.CreateTempSubdirectory("junheng-reasons-").FullName));

    public void Dispose() => district.Dispose();

    [Fact]
    public void EveryReasonThereIs_OccursInASample()
    {
        var listed = city.Judged.Query("select reason from reason").Rows.Select(row => (string)row[0]!).ToList();
        var missing = listed.Except(Reasons()).Except(Shadowed).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, "in no sample: " + string.Join(", ", missing));
        Assert.Subset(listed.ToHashSet(StringComparer.Ordinal), Shadowed.ToHashSet(StringComparer.Ordinal));
        Assert.Empty(Reasons().Intersect(Shadowed));
    }

    [Fact]
    public void EveryReasonThatOccurs_IsListedWithItsVerdict()
    {
        var listed = city.Judged.Query("select reason || ' ' || verdict from reason").Rows.Select(row => (string)row[0]!).ToHashSet(StringComparer.Ordinal);
        var unknown = Pairs().Where(pair => pair.Reason.Length > 0 && pair.Verdict is not null && !listed.Contains($"{pair.Reason} {pair.Verdict}")).ToList();

        Assert.True(unknown.Count == 0, "explained nowhere: " + string.Join(", ", unknown));
    }

    [Fact]
    public void EveryVerdict_OccursInASample() => Assert.Equal(["met", "not_applicable", "not_met", "unknown"], Pairs().Select(pair => pair.Verdict).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void District_WithoutAccepting_IsNotJudged() => Assert.Null(DemoDistrict.Build(acceptPartial: false).Snapshot);

    IEnumerable<string> Reasons() => Pairs().Select(pair => pair.Reason);

    IEnumerable<(string Reason, string? Verdict)> Pairs() =>
        city.Judged.Query(Seen).Rows.Concat(district.Query(Seen, CancellationToken.None).Rows).Select(row => ((string?)row[0] ?? "", (string?)row[1]));
}
