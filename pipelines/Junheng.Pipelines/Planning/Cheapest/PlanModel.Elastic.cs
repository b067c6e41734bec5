using Junheng.Pipelines.Planning.Cheapest.Solving;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>The same county with too little money: the fewest conditions that must be given up.</summary>
public sealed partial class PlanModel
{
    // Cost breaks ties between equally few conditions.
    const double CostTie = 1e-7;

    readonly Dictionary<(string School, string Stage), int> failing = [];
    readonly Dictionary<EvennessLimit, int> uneven = [];

    public static PlanModel AsFarAsMoneyGoes(CountyProblem problem, decimal budget)
    {
        var model = new PlanModel(problem, new Dictionary<EvennessLimit, double>());
        model.Linear.AtMost((double)budget / YuanPerCost, model.Linear.Columns.Select((column, index) => (index, column.Cost)).Where(term => term.Cost > 0).ToList());
        model.Linear.PayOnly(CostTie);
        model.AddStandards(stage => model.failing[stage] = model.Linear.Add(1, 1, whole: true));
        model.AddMoves();
        foreach (var limit in problem.Limits) model.AddEvenness(limit, model.uneven[limit] = model.Linear.Add(1, 1, whole: true));
        return model;
    }

    public Conflict Conflict(IReadOnlyList<double> values, decimal moneyShort) => new(
        moneyShort,
        [.. failing.Where(one => values[one.Value] > 0.5).Select(one => one.Key)],
        [.. uneven.Where(one => values[one.Value] > 0.5).Select(one => one.Key)]);
}
