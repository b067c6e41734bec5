using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest.Solving;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>A limit on the mean of coefficients, shared out: what each coefficient may be, and what no plan costs less than.</summary>
public sealed record Allocation(IReadOnlyList<EvennessLimit> Limits, decimal Bound);

/// <summary>
/// Shares out a limit on the mean of coefficients. A sum of coefficients is no cone (each is divided by a mean of its own), but with a limit of its own each of them is one: so the
/// least cost of every coefficient is found at some of its values, and the cheapest reductions are taken until the mean holds. Between two values a coefficient costs at least what
/// it costs at the upper one: that, with a price on the mean, is a bound for every plan.
/// </summary>
public sealed class MeanAllocation(CountyProblem problem, IModelSolver solver, PlannerOptions options)
{
    const int FirstParts = 6;
    const int Parts = 4;
    const int Refinements = 2;

    // Decimals of a limit; what is given away so that the sum holds in spite of them.
    const int Digits = 9;
    const double Slack = 1e-8;

    public async Task<Allocation> OfAsync(CancellationToken cancellation)
    {
        var limits = new List<EvennessLimit>();
        var bound = 0.0;
        foreach (var mean in problem.Means)
        {
            var curves = mean.Indicators.Select(indicator => new Curve(mean.Stage, indicator, Present(mean.Stage, indicator))).Where(curve => curve.Present > 0).ToList();
            var most = ((double)mean.Limit - Slack) * mean.Indicators.Count;
            foreach (var curve in curves) await CostAsync(curve, Enumerable.Range(1, FirstParts - 1).Select(part => curve.Present * part / FirstParts), cancellation);
            for (var round = 0; round < Refinements && curves.Sum(curve => curve.Present) > most; round++)
            {
                var shares = Cheapest(curves, most);
                foreach (var curve in curves) await CostAsync(curve, curve.Around(shares[curve], Parts), cancellation);
            }

            foreach (var (curve, value) in Cheapest(curves, most)) limits.Add(new EvennessLimit(curve.Stage, curve.Indicator, Rounded(value, curve.Present)));
            bound += BoundOf(curves, (double)mean.Limit * mean.Indicators.Count);
        }

        return new Allocation(limits, (decimal)bound);
    }

    /// <summary>From the coefficients as they are, the cheapest steps down until their sum is small enough.</summary>
    static Dictionary<Curve, double> Cheapest(IReadOnlyList<Curve> curves, double most)
    {
        var values = curves.ToDictionary(curve => curve, curve => curve.Present);
        for (var over = values.Values.Sum() - most; over > 0; over = values.Values.Sum() - most)
        {
            var steps = curves.Select(curve => (Curve: curve, Down: curve.Down(values[curve]))).Where(one => one.Down is not null).ToList();
            if (steps.Count == 0) break;
            var (cheapest, down) = steps.MinBy(one => one.Down!.Value.Slope);
            values[cheapest] = Math.Max(down!.Value.To, values[cheapest] - over);
        }

        return values;
    }

    /// <summary>The largest of all bounds by a price on the sum: it grows as long as the sum that the price chooses is too large.</summary>
    static double BoundOf(IReadOnlyList<Curve> curves, double most)
    {
        var (low, high) = (0.0, curves.Count == 0 ? 0 : curves.Max(curve => curve.Steepest) * 2);
        var best = 0.0;
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var price = (low + high) / 2;
            var chosen = curves.Select(curve => curve.Bins.MinBy(bin => bin.Cost + (price * bin.From))).ToList();
            best = Math.Max(best, chosen.Sum(bin => bin.Cost + (price * bin.From)) - (price * most));
            if (chosen.Sum(bin => bin.From) > most) low = price;
            else high = price;
        }

        return best;
    }

    async Task CostAsync(Curve curve, IEnumerable<double> values, CancellationToken cancellation)
    {
        List<(string Copy, double Value)> asked = [.. values.Where(value => value > 0).Select((value, index) => (index.ToString(CultureInfo.InvariantCulture), value))];
        var model = PlanModel.Relaxed(Copies(curve, asked));
        var solved = await solver.SolveAsync(model.Linear, options.First, cancellation);
        if (solved is not { As: SolvedAs.Optimal, Values: { } found }) return;
        foreach (var (copy, value) in asked) curve.Add(value, model.CostOf(copy, found));
    }

    // The coefficient once for each of the values, side by side in one model: they have nothing to do with each other. What stages share is paid by each of them in proportion;
    // together they pay it once.
    CountyProblem Copies(Curve curve, IReadOnlyList<(string Copy, double Value)> asked)
    {
        var members = problem.Members(curve.Stage, curve.Indicator).ToList();
        return new CountyProblem(
            [.. asked.SelectMany(one => members.Select(member => problem.Levers[member.Lever] with { Indicator = one.Copy, Price = problem.Levers[member.Lever].Price * ShareOf(member) }))],
            [.. asked.SelectMany(one => members.Select(member => (one.Copy, Member: member))).Select((one, index) => one.Member with { Indicator = one.Copy, Lever = index, Threshold = null, Floor = null })],
            [.. asked.Select(one => new EvennessLimit(curve.Stage, one.Copy, (decimal)one.Value))],
            0)
        { MovePrice = problem.MovePrice };
    }

    decimal ShareOf(Standing standing)
    {
        var sharing = problem.Standings.Where(one => one.Lever == standing.Lever).ToList();
        return sharing.Count == 1 ? 1 : (decimal)((standing.Pupils * standing.PerUnit).ToDouble() / sharing.Sum(one => (one.Pupils * one.PerUnit).ToDouble()));
    }

    double Present(string stage, string indicator)
    {
        var members = problem.Members(stage, indicator)
            .Select(one => new SchoolShare(one.Pupils, one.PerUnit * problem.Levers[one.Lever].Present * one.Pupils)).ToList();
        return members.Count == 0 || members.All(member => member.Amount.Sign == 0) ? 0 : Math.Sqrt(CoefficientOfVariation.Squared(members).ToDouble());
    }

    // A coefficient that nobody touches keeps a hair's breadth above what it is, or rounding would ask for more.
    static decimal Rounded(double value, double present) =>
        value >= present ? Math.Round((decimal)present, Digits, MidpointRounding.ToPositiveInfinity) : Math.Round((decimal)value, Digits, MidpointRounding.ToZero);

    /// <summary>What one coefficient costs at some of its values, least value first; at what it is now it costs nothing.</summary>
    sealed class Curve(string stage, string indicator, double present)
    {
        readonly SortedList<double, double> costs = new() { [present] = 0 };

        public string Stage => stage;

        public string Indicator => indicator;

        public double Present => present;

        /// <summary>From just above one value to the next, at no less than the cost of the next.</summary>
        public IEnumerable<(double From, double Cost)> Bins => costs.Select((point, index) => (index == 0 ? 0 : costs.Keys[index - 1], point.Value));

        public double Steepest => costs.Values[0] / costs.Keys[0];

        public void Add(double value, double cost) => costs[value] = cost;

        /// <summary>The next value below, and what a unit of the way there costs.</summary>
        public (double To, double Slope)? Down(double value)
        {
            var index = costs.Keys.Count(key => key < value) - 1;
            if (index < 0) return null;
            var (to, from) = (costs.Keys[index], costs.Keys[Math.Min(index + 1, costs.Count - 1)]);
            return (to, (costs.Values[index] - costs[from]) / (from - to));
        }

        /// <summary>More values in the two intervals a value lies between.</summary>
        public IEnumerable<double> Around(double value, int parts)
        {
            var index = Math.Max(0, costs.Keys.Count(key => key < value) - 1);
            List<double> ends = [index == 0 ? costs.Keys[0] / 2 : costs.Keys[index - 1], .. costs.Keys.Skip(index).Take(3)];
            return [.. ends.Zip(ends.Skip(1)).SelectMany(between => Enumerable.Range(1, parts - 1).Select(part => between.First + ((between.Second - between.First) * part / parts)))];
        }
    }
}
