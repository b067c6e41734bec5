namespace Junheng.Pipelines.Planning.Cheapest.Solving;

/// <summary>Columns with costs and bounds, rows over them, and cones: the words a solver understands.</summary>
public sealed class LinearModel
{
    readonly List<Column> columns = [];
    readonly List<Row> rows = [];
    readonly List<Cone> cones = [];

    public IReadOnlyList<Column> Columns => columns;

    public IReadOnlyList<Row> Rows => rows;

    public IReadOnlyList<Cone> Cones => cones;

    public int Add(double cost, double most = double.PositiveInfinity, bool whole = false)
    {
        columns.Add(new Column(cost, most, whole));
        return columns.Count - 1;
    }

    public void AtLeast(double least, params IEnumerable<(int Column, double Factor)> terms) => rows.Add(new Row(least, double.PositiveInfinity, [.. terms]));

    public void AtMost(double most, params IEnumerable<(int Column, double Factor)> terms) => rows.Add(new Row(double.NegativeInfinity, most, [.. terms]));

    public void Equal(double value, params IEnumerable<(int Column, double Factor)> terms) => rows.Add(new Row(value, value, [.. terms]));

    /// <summary>Makes every column so far cost this share of what it did.</summary>
    public void PayOnly(double share)
    {
        for (var index = 0; index < columns.Count; index++) columns[index] = columns[index] with { Cost = columns[index].Cost * share };
    }

    public void Add(Cone cone) => cones.Add(cone);
}

/// <summary>From zero to <paramref name="Most"/>.</summary>
public sealed record Column(double Cost, double Most, bool Whole);

public sealed record Row(double Least, double Most, IReadOnlyList<(int Column, double Factor)> Terms);

/// <summary>√Σ(root·x)² ≤ Σ sum·x, and where <paramref name="Free"/> names a column, what that column allows beyond it.</summary>
public sealed record Cone(IReadOnlyList<(int Column, double Root, double Sum)> Terms, (int Column, double Allows)? Free);

/// <param name="Values">A value a column; null when there is none.</param>
/// <param name="Bound">No solution costs less.</param>
public sealed record Solved(SolvedAs As, IReadOnlyList<double>? Values, double Bound, int Tangents, int Rounds);

public enum SolvedAs
{
    Optimal,

    /// <summary>There are values, but a cone is overstepped, or time was up before the gap was reached.</summary>
    Rough,

    Infeasible,
}

/// <param name="Gap">A solution this near the bound, relative to its cost, is good enough.</param>
/// <param name="WholeRounds">How often whole numbers may be searched again after tangents were added.</param>
public sealed record SearchLimits(double Gap, TimeSpan Time, int WholeRounds);

/// <summary>Whatever finds the least cost of a <see cref="LinearModel"/>.</summary>
public interface IModelSolver
{
    Task<Solved> SolveAsync(LinearModel model, SearchLimits limits, CancellationToken cancellation);
}
