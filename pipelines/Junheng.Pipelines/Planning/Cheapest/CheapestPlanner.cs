using System.Numerics;
using Junheng.Pipelines.Planning.Cheapest.Solving;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <param name="Gap">How near the best possible cost the search must come, relatively, before rounding.</param>
/// <param name="Time">For one search.</param>
public sealed record PlannerOptions(double Gap = 0.002, int Seconds = 60)
{
    /// <summary>The whole county is searched once; what then oversteps a limit is searched again with everything else held.</summary>
    public SearchLimits First => new(Gap, TimeSpan.FromSeconds(Seconds), 1);

    public SearchLimits Again => First with { WholeRounds = 40 };
}

/// <summary>
/// Finds the cheapest plan: the solver chooses, the choice is rounded up to whole units and checked in exact fractions; where rounding oversteps a limit, that limit is
/// drawn in a little and the choice is made again.
/// </summary>
public sealed class CheapestPlanner(IModelSolver solver, PlannerOptions options)
{
    const int Attempts = 16;
    const double FirstStep = 2e-5;
    const double Stride = 3;

    public async Task<CountyPlan> FindAsync(CountyProblem problem, CancellationToken cancellation)
    {
        if (problem.Means.Count == 0) return await SearchAsync(problem, problem, null, cancellation);
        var allocation = await new MeanAllocation(problem, solver, options).OfAsync(cancellation);
        return await SearchAsync(problem, problem with { Limits = [.. problem.Limits, .. allocation.Limits], Means = [] }, allocation.Bound, cancellation);
    }

    /// <param name="whole">What is asked.</param>
    /// <param name="problem">The same, a limit on a mean shared out.</param>
    async Task<CountyPlan> SearchAsync(CountyProblem whole, CountyProblem problem, decimal? known, CancellationToken cancellation)
    {
        var (asked, check) = (new ExactCheck(whole), new ExactCheck(problem));
        var tightened = new Dictionary<EvennessLimit, double>();
        IReadOnlyList<EvennessLimit> broken = [];
        IReadOnlyList<double>? chosen = null;
        var bound = 0m;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var model = PlanModel.Of(problem, tightened);
            if (chosen is not null) model.Hold(chosen, broken);
            var solved = await solver.SolveAsync(model.Linear, attempt == 0 ? options.First : options.Again, cancellation);
            if (attempt == 0) bound = known ?? model.BoundOf(solved);
            if (solved.Values is not { } values) break;
            var changes = model.Changes(values);
            var quantities = check.Quantities(changes);
            broken = check.Uneven(quantities);
            if (broken.Count == 0 && check.Failing(quantities).Count == 0)
            {
                if (asked.UnevenMeans(quantities).Count > 0) break;
                return await WithinBudgetAsync(whole, Found(whole, asked, changes, bound), cancellation);
            }

            chosen = values;
            foreach (var limit in broken) tightened[limit] = Math.Max(FirstStep, tightened.GetValueOrDefault(limit) * Stride);
        }

        return CountyPlan.Without(PlanOutcome.NotFound, bound);
    }

    // One of the stages may be enough to give up.
    async Task<Conflict> ConflictOfMeansAsync(CountyProblem problem, decimal moneyShort, CancellationToken cancellation)
    {
        foreach (var mean in problem.Means.Where(_ => problem.Means.Count > 1))
        {
            var without = await FindAsync(problem with { Means = [.. problem.Means.Where(one => one != mean)], Budget = null }, cancellation);
            if (without.Outcome == PlanOutcome.Found && without.Cost <= problem.Budget) return new Conflict(moneyShort, [], []) { Means = [mean] };
        }

        return new Conflict(moneyShort, [], []) { Means = problem.Means };
    }

    static CountyPlan Found(CountyProblem problem, ExactCheck check, IReadOnlyList<LeverChange> changes, decimal bound)
    {
        var trimmed = new Trimming(problem, check).Of(changes);
        var quantities = check.Quantities(trimmed);
        return new CountyPlan(PlanOutcome.Found, trimmed, PlanCost.Of(problem, trimmed), bound)
        {
            LeftAtFloor = problem.Standings.Where(standing => ExactCheck.IsBehind(standing, quantities)).ToList(),
            Moves = Pairing.Of(problem, trimmed),
        };
    }

    async Task<CountyPlan> WithinBudgetAsync(CountyProblem problem, CountyPlan plan, CancellationToken cancellation)
    {
        if (problem.Budget is not { } budget || plan.Cost <= budget) return plan;
        if (problem.Means.Count > 0) return plan with { Outcome = PlanOutcome.TooLittleMoney, Conflict = await ConflictOfMeansAsync(problem, plan.Cost - budget, cancellation) };
        var model = PlanModel.AsFarAsMoneyGoes(problem, budget);
        var solved = await solver.SolveAsync(model.Linear, options.Again, cancellation);
        return plan with
        {
            Outcome = PlanOutcome.TooLittleMoney,
            Conflict = solved.Values is { } values ? model.Conflict(values, plan.Cost - budget) : new Conflict(plan.Cost - budget, [], []),
        };
    }
}

/// <summary>What a set of changes costs.</summary>
public static class PlanCost
{
    public static decimal Of(CountyProblem problem, IEnumerable<LeverChange> changes) =>
        changes.Sum(change => (problem.Levers[change.Lever].Price * (decimal)change.Added) + (problem.MovePrice * (decimal)BigInteger.Max(change.Moved, 0)));
}
