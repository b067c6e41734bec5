using System.Numerics;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest.Solving;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>
/// A county's problem as columns, rows and cones. A coefficient CV ≤ L is the cone √Σ wᵢxᵢ² ≤ √(1 + L²) · Σ wᵢxᵢ over the values xᵢ with the pupils' shares wᵢ:
/// enrolment is given, so every value is linear in what is added.
/// </summary>
public sealed partial class PlanModel
{
    const double YuanPerCost = 10_000;

    // Of two plans that cost the same, the one that moves fewer people; taken off the bound again.
    const double YuanPerMoveTie = 1;

    // A whole room too much by an error in the ninth place is none.
    const double Noise = 1e-6;

    readonly CountyProblem problem;
    readonly IReadOnlyDictionary<EvennessLimit, double> tightened;
    readonly LeverColumns[] levers;
    readonly Dictionary<int, int> behind = [];

    readonly bool relaxed;

    PlanModel(CountyProblem problem, IReadOnlyDictionary<EvennessLimit, double> tightened, bool relaxed = false)
    {
        this.problem = problem;
        this.tightened = tightened;
        this.relaxed = relaxed;
        levers = new LeverColumns[problem.Levers.Count];
        for (var index = 0; index < levers.Length; index++) levers[index] = ColumnsOf(index);
    }

    public LinearModel Linear { get; } = new();

    /// <param name="tightened">By how much, relatively, a limit is drawn in, so that rounding does not overstep it.</param>
    public static PlanModel Of(CountyProblem problem, IReadOnlyDictionary<EvennessLimit, double> tightened)
    {
        var model = new PlanModel(problem, tightened);
        model.AddStandards(_ => null);
        model.AddMoves();
        foreach (var limit in problem.Limits) model.AddEvenness(limit, null);
        return model;
    }

    /// <summary>The coefficients alone, in parts of persons and rooms: what costs no more than any plan.</summary>
    public static PlanModel Relaxed(CountyProblem problem)
    {
        var model = new PlanModel(problem, new Dictionary<EvennessLimit, double>(), relaxed: true);
        model.AddMoves();
        foreach (var limit in problem.Limits) model.AddEvenness(limit, null);
        return model;
    }

    /// <summary>The solver's bound in yuan, without what it paid to break ties.</summary>
    public decimal BoundOf(Solved solved)
    {
        var most = problem.Levers.Where(lever => lever.Movable).Sum(lever => lever.Present.ToDouble()) * YuanPerMoveTie;
        return (decimal)Math.Max(0, (solved.Bound * YuanPerCost) - most);
    }

    /// <summary>What the levers of one indicator cost, in yuan, without what was paid to break ties.</summary>
    public double CostOf(string indicator, IReadOnlyList<double> values) => Enumerable.Range(0, levers.Length).Where(index => problem.Levers[index].Indicator == indicator)
        .Sum(index => levers[index].All.Sum(column => Linear.Columns[column].Cost * YuanPerCost * values[column]) - (levers[index].In is { } move ? YuanPerMoveTie * values[move] : 0));

    /// <summary>What the solver chose, in whole units: never less than the standards ask for after its choice of what stays behind.</summary>
    public IReadOnlyList<LeverChange> Changes(IReadOnlyList<double> values)
    {
        var changes = new List<LeverChange>();
        for (var index = 0; index < levers.Length; index++)
        {
            var (lever, columns) = (problem.Levers[index], levers[index]);
            var moved = columns.In is null ? BigInteger.Zero : Whole(values[columns.In.Value]) - Whole(values[columns.Out!.Value]);
            var added = lever.Whole ? Whole(values[columns.Added]) : (BigInteger)Math.Ceiling((values[columns.Added] * columns.Unit) - Noise);
            var least = Ceiling(NeededBy(index, values) - lever.Present - new Rational(moved, BigInteger.One));
            var change = new LeverChange(index, BigInteger.Max(BigInteger.Max(added, least), BigInteger.Zero), moved);
            if (!change.Added.IsZero || !change.Moved.IsZero) changes.Add(change);
        }

        return changes;
    }

    /// <summary>Holds what was chosen: what stays behind, and whole columns of every indicator that needs no second look.</summary>
    public void Hold(IReadOnlyList<double> values, IReadOnlyCollection<EvennessLimit> broken)
    {
        foreach (var column in behind.Values) Linear.Equal(Math.Round(values[column]), (column, 1));
        for (var index = 0; index < levers.Length; index++)
        {
            var lever = problem.Levers[index];
            if (!lever.Whole || broken.Any(limit => limit.Indicator == lever.Indicator && (lever.Stage == limit.Stage || lever.Stage == Models.Rules.Stages.All))) continue;
            foreach (var column in levers[index].All) Linear.Equal(Math.Round(values[column]), (column, 1));
        }
    }

    LeverColumns ColumnsOf(int index)
    {
        var lever = problem.Levers[index];
        var unit = lever.Whole ? 1 : UnitOf(index);
        var added = Linear.Add((double)lever.Price * unit / YuanPerCost, whole: lever.Whole && !relaxed);
        if (!lever.Movable) return new LeverColumns(added, null, null, unit);
        var whole = Math.Floor(lever.Present.ToDouble());
        return new LeverColumns(
            added,
            Linear.Add(((double)problem.MovePrice + YuanPerMoveTie) / YuanPerCost, whole: !relaxed),
            Linear.Add(0, Math.Max(0, whole), whole: !relaxed),
            unit);
    }

    // What raises the value by as much as is asked of it: money and square metres then weigh the same to the solver.
    double UnitOf(int index)
    {
        var standing = problem.Standings.First(one => one.Lever == index);
        return ScaleOf(standing) / standing.PerUnit.ToDouble();
    }

    double ScaleOf(Standing standing)
    {
        if (standing.Threshold is { } threshold) return threshold.ToDouble();
        var peers = problem.Standings.Where(one => one.Stage == standing.Stage && one.Indicator == standing.Indicator).ToList();
        var mean = peers.Sum(one => (one.Pupils * one.PerUnit * problem.Levers[one.Lever].Present).ToDouble()) / peers.Sum(one => one.Pupils.ToDouble());
        return mean > 0 ? mean : 1;
    }

    Rational NeededBy(int lever, IReadOnlyList<double> values)
    {
        Rational needed = 0;
        for (var index = 0; index < problem.Standings.Count; index++)
        {
            var standing = problem.Standings[index];
            if (standing.Lever != lever || standing.Threshold is not { } threshold) continue;
            var stays = behind.TryGetValue(index, out var column) && values[column] > 0.5;
            var wanted = (stays ? standing.Floor!.Value : threshold) / standing.PerUnit;
            if (wanted > needed) needed = wanted;
        }

        return needed;
    }

    static BigInteger Whole(double value) => (BigInteger)Math.Round(value);

    static BigInteger Ceiling(Rational number)
    {
        var whole = BigInteger.DivRem(number.Numerator, number.Denominator, out var rest);
        return rest.Sign > 0 ? whole + 1 : whole;
    }

    /// <param name="Unit">Natural units in one of the column <paramref name="Added"/>.</param>
    sealed record LeverColumns(int Added, int? In, int? Out, double Unit)
    {
        public IEnumerable<int> All => In is null ? [Added] : [Added, In.Value, Out!.Value];

        /// <summary>The lever's change as a sum of columns, times <paramref name="factor"/>.</summary>
        public IEnumerable<(int Column, double Factor)> Change(double factor) =>
            In is null ? [(Added, factor * Unit)] : [(Added, factor * Unit), (In.Value, factor), (Out!.Value, -factor)];
    }
}
