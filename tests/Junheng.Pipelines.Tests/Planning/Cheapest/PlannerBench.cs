using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Planning.Cheapest.Solving;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>One worker for all plans of a test class.</summary>
public sealed class PlannerBench : IDisposable
{
    readonly NodeWorker worker = new(NodeWorkerOptions.For(AppContext.BaseDirectory) with { Timeout = TimeSpan.FromMinutes(3) });

    public CountyPlan Find(CountyProblem problem) => new CheapestPlanner(new HighsSolver(worker), new PlannerOptions()).FindAsync(problem, default).GetAwaiter().GetResult();

    public void Dispose() => worker.Dispose();
}
