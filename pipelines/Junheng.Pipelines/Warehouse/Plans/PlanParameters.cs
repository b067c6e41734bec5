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

    // No indicator turns on them.
    const string Plan = "plan";

    static readonly Parameter Denominator = new(
        MilestoneDenominator,
        new Bilingual(
            "计划中“全市百分之几的县（市、区）”的分母：只计县级行政区（counties）或连同开发区（units）",
            "what a plan's share of counties is a share of: counties only, or counties and development zones (units)"),
        "counties",
        ["counties", Units],
        [Plan]);

    // Of two years a plan names for a county, the one it is held to.
    static readonly Parameter Target = new(
        "target",
        new Bilingual(
            "计划中同时写明达标年和认定年的县，按哪一年看：认定年（recognition）或达标年（standard）",
            "the year a county with both is held to: that of recognition, or that of the standard"),
        "recognition",
        ["recognition", "standard"],
        [Plan]);

    public static RulePack With(RulePack pack, IReadOnlyList<NamedPlan> plans) => pack with
    {
        Parameters =
        [
            .. pack.Parameters,
            .. plans.Any(plan => plan.Plan.Milestones.Count > 0) ? [Denominator] : Array.Empty<Parameter>(),
            .. plans.Any(plan => plan.Plan.Counties.Any(county => county is { Standard.By: not null, Recognition.By: not null })) ? [Target] : Array.Empty<Parameter>(),
        ],
    };
}
