using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Planning.Cheapest.Solving;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>One worker for all plans of a test class.</summary>
public sealed class PlannerBench : IDisposable
{
    readonly NodeWorker worker = new(NodeWorkerOptions.For(AppContext.BaseDirectory) with { Timeout = TimeSpan.FromMinutes(3) });

    public CountyPlan Find(CountyProblem problem) => new CheapestPlanner(new HighsSolver(worker), new PlannerOptions()).FindAsync(problem, default).GetAwaiter().GetResult();

    /// <summary>As if time were up before any search came to its end.</summary>
    public CountyPlan FindInNoTime(CountyProblem problem) => new CheapestPlanner(new OutOfTime(new HighsSolver(worker)), new PlannerOptions()).FindAsync(problem, default).GetAwaiter().GetResult();

    public void Dispose() => worker.Dispose();

    sealed class OutOfTime(IModelSolver solver) : IModelSolver
    {
        public async Task<Solved> SolveAsync(LinearModel model, SearchLimits limits, CancellationToken cancellation) =>
            await solver.SolveAsync(model, limits, cancellation) is { Values: not null } solved ? solved with { As = SolvedAs.Rough } : new Solved(SolvedAs.Infeasible, null, 0, 0, 0);
    }
}
