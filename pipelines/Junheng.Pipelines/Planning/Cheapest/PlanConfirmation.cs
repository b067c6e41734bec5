using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>What the judge says of a county as the plan would leave it.</summary>
/// <param name="Resource">Every school by its rule.</param>
/// <param name="Coefficient">Every coefficient within its limit.</param>
public sealed record PlanConfirmation(string Resource, string Coefficient)
{
    /// <summary>Whether the pack asks anything of single schools that a plan can meet.</summary>
    public bool SchoolsAsked { get; init; } = true;

    public bool Holds => Coefficient == "met" && (Resource == "met" || !SchoolsAsked);

    public static PlanConfirmation Of(Snapshot judged, string county, int year, EngineOptions options, CancellationToken cancellation)
    {
        using var after = SnapshotReader.Open(judged, options);
        var row = after.Query("select resource, coefficient from county_verdict where county_code = $county and year = $year", cancellation, ("county", county), ("year", year)).Rows.Single();
        return new PlanConfirmation((string)row[0]!, (string)row[1]!);
    }
}
