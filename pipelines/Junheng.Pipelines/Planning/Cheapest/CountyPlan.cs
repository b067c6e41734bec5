using System.Numerics;

namespace Junheng.Pipelines.Planning.Cheapest;

public enum PlanOutcome
{
    /// <summary>A plan that meets every condition, checked in exact fractions.</summary>
    Found,

    /// <summary>No plan within the budget.</summary>
    TooLittleMoney,

    /// <summary>The search ended without a plan: out of time, or rounding could not be repaired.</summary>
    NotFound,
}

/// <summary>The cheapest way found to make every school and every coefficient pass, and how far from the best possible it can be.</summary>
/// <param name="Changes">What each lever gets; levers that get nothing are left out.</param>
/// <param name="Cost">Yuan.</param>
/// <param name="Bound">No plan costs less than this.</param>
public sealed record CountyPlan(PlanOutcome Outcome, IReadOnlyList<LeverChange> Changes, decimal Cost, decimal Bound)
{
    public static CountyPlan Without(PlanOutcome outcome, decimal bound) => new(outcome, [], 0, bound);

    /// <summary>Indicators of school-stages that stay between floor and threshold.</summary>
    public IReadOnlyList<Standing> LeftAtFloor { get; init; } = [];

    public IReadOnlyList<TeacherMove> Moves { get; init; } = [];

    /// <summary>Where the money does not suffice: how much is short, and the fewest conditions that must then be given up.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>At most this share of the cost could be saved.</summary>
    public double Gap => Cost == 0 ? 0 : Math.Max(0, (double)((Cost - Bound) / Cost));
}

/// <param name="Lever">Index into <see cref="CountyProblem.Levers"/>.</param>
/// <param name="Added">Whole units bought or hired.</param>
/// <param name="Moved">Teachers who come from other schools of the county (above zero) or leave for them (below).</param>
public sealed record LeverChange(int Lever, BigInteger Added, BigInteger Moved)
{
    public BigInteger Net => Added + Moved;
}

/// <summary>Teachers who go from one school to another.</summary>
public sealed record TeacherMove(string Stage, string Indicator, string From, string To, BigInteger Teachers);

/// <param name="MoneyShort">Yuan missing to the cheapest plan known.</param>
/// <param name="Schools">School-stages that cannot be brought to the standard within the budget.</param>
/// <param name="Limits">Coefficients that stay above their limit.</param>
public sealed record Conflict(decimal MoneyShort, IReadOnlyList<(string School, string Stage)> Schools, IReadOnlyList<EvennessLimit> Limits)
{
    /// <summary>Stages whose coefficients stay too large on average.</summary>
    public IReadOnlyList<EvennessMean> Means { get; init; } = [];
}
