using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Supposing;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>What a plan starts from: the county as it was judged, or judged again with the pupils projected for the target year. Which schools are in scope follows from them.</summary>
/// <param name="folder">Scratch, which the caller removes.</param>
public sealed class PlanBasis(SnapshotReader reader, string county, int judged, ModelLibrary library, string folder, EngineOptions options) : IDisposable
{
    // What was filed of pupils (classes, entrants, from the zone) fits those counted, not those projected.
    static readonly IReadOnlyList<string> Unheld = [PlanEnrolment.Field];

    SnapshotReader? supposed;

    /// <summary>The county with the pupils of the plan.</summary>
    public SnapshotReader Reader => supposed ?? reader;

    public PlanEnrolment Enrolment { get; private set; } = new([], []);

    /// <returns>False where the snapshot must be built again first.</returns>
    public bool Take(int target, bool asCounted, CancellationToken cancellation)
    {
        var enrolments = new PlanEnrolmentReader(reader, county, judged);
        Enrolment = enrolments.Read(asCounted ? judged : target, cancellation);
        if (asCounted) Enrolment = Enrolment.AsCounted("asked");
        if (!Enrolment.Projected) return true;
        if (Suppose([], "projected", cancellation) is not { } snapshot) return false;
        supposed = SnapshotReader.Open(snapshot, options);
        if (enrolments.IsCounted(Enrolment, supposed, cancellation)) return true;
        Enrolment = Enrolment.AsCounted("not_counted_alike");
        supposed.Dispose();
        supposed = null;
        return true;
    }

    /// <summary>What the judge says of the county with these pupils and <paramref name="changes"/> carried out; null where the snapshot must be built again first.</summary>
    public PlanConfirmation? Confirm(CountyProblem problem, IReadOnlyList<LeverChange> changes, CancellationToken cancellation)
    {
        var planned = new PlanAsFiled(Reader, county, judged).Of(problem, changes, cancellation);
        return Suppose(planned, "planned", cancellation) is { } snapshot ? PlanConfirmation.Of(snapshot, county, judged, options, cancellation) with { SchoolsAsked = problem.Standings.Any(standing => standing.Threshold is not null) } : null;
    }

    public void Dispose() => supposed?.Dispose();

    Warehouse.Snapshots.Snapshot? Suppose(IReadOnlyList<SupposedQuantity> planned, string name, CancellationToken cancellation) =>
        new SupposedSnapshot(reader.Snapshot, library, Path.Combine(folder, name), options) { Unheld = Enrolment.Projected ? Unheld : [] }
            .Of([.. Enrolment.Pupils, .. planned], cancellation);
}
