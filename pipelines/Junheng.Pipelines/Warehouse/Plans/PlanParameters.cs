using Junheng.Models;
using Junheng.Models.Rules;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Warehouse.Plans;

/// <summary>Open points of reading a plan. They join the rule pack's when a source has a plan they matter to, and are printed like them.</summary>
internal static class PlanParameters
{
    /// <summary>Among whom a milestone's share is reckoned.</summary>
    public const string MilestoneDenominator = "milestone_denominator";

    /// <summary>Counties and the units without a code of their own.</summary>
    public const string Units = "units";

    static readonly Parameter Denominator = new(
        MilestoneDenominator,
        new Bilingual(
            "计划中“全市百分之几的县（市、区）”的分母：只计县级行政区（counties）或连同开发区（units）",
            "what a plan's share of counties is a share of: counties only, or counties and development zones (units)"),
        "counties",
        ["counties", Units]);

    public static RulePack With(RulePack pack, IReadOnlyList<NamedPlan> plans) =>
        plans.Any(plan => plan.Plan.Milestones.Count > 0) ? pack with { Parameters = [.. pack.Parameters, Denominator] } : pack;
}
