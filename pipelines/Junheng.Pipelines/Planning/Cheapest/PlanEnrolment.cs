using Junheng.Pipelines.Warehouse.Supposing;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>The pupils of one stage that a plan reckons with.</summary>
/// <param name="Planned">Those projected; those counted where nothing is projected.</param>
/// <param name="Kept">Why those counted are kept: <c>asked</c>, <c>counted</c> (the target year is the counted one), or a refusal; empty where they are projected.</param>
public sealed record StageEnrolment(string Stage, decimal Counted, decimal Planned, string Kept);

/// <summary>The pupils a plan reckons with: those projected for its target year or, where there is no projection, those counted, and why.</summary>
/// <param name="Pupils">The projected ones as schools would file them; empty where nothing is projected.</param>
public sealed record PlanEnrolment(IReadOnlyList<StageEnrolment> Stages, IReadOnlyList<SupposedQuantity> Pupils)
{
    /// <summary>The field that pupils are filed under.</summary>
    public const string Field = "pupils";

    public bool Projected => Pupils.Count > 0;

    /// <summary>The same without any projection.</summary>
    public PlanEnrolment AsCounted(string why) => new([.. Stages.Select(stage => stage with { Planned = stage.Counted, Kept = why })], []);
}
