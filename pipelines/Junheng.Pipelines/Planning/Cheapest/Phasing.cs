using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>What a lever gets in one year of a plan.</summary>
public sealed record YearlyChange(int Year, int Lever, BigInteger Added, BigInteger Moved);

/// <summary>Spreads a plan over the years to the target: moves first, then what lies furthest below its standard, as far as each year's money goes.</summary>
/// <param name="Unfunded">Yuan for whole units that fit into no year.</param>
public sealed record Phasing(IReadOnlyList<YearlyChange> Years, decimal Unfunded)
{
    /// <param name="yearly">Yuan a year; null for no limit: then everything stands in the first year.</param>
    public static Phasing Of(CountyProblem problem, IReadOnlyList<LeverChange> changes, decimal? yearly, int first, int last)
    {
        var years = new List<YearlyChange>();
        var money = Enumerable.Range(first, last - first + 1).ToDictionary(year => year, _ => yearly ?? decimal.MaxValue);
        foreach (var change in changes.Where(change => !change.Moved.IsZero))
        {
            years.Add(new YearlyChange(first, change.Lever, 0, change.Moved));
            if (change.Moved > 0) money[first] -= problem.MovePrice * (decimal)change.Moved;
        }

        var unfunded = 0m;
        foreach (var change in changes.Where(change => change.Added > 0).OrderBy(change => Reached(problem, change.Lever)).ThenBy(change => change.Lever))
        {
            var (price, open) = (problem.Levers[change.Lever].Price, change.Added);
            for (var year = first; year <= last && open > 0; year++)
            {
                var affordable = price == 0 || money[year] == decimal.MaxValue ? open : BigInteger.Min(open, (BigInteger)Math.Floor(Math.Max(0, money[year]) / price));
                if (affordable.IsZero) continue;
                years.Add(new YearlyChange(year, change.Lever, affordable, 0));
                if (money[year] != decimal.MaxValue) money[year] -= price * (decimal)affordable;
                open -= affordable;
            }

            unfunded += price * (decimal)open;
        }

        return new Phasing([.. years.GroupBy(one => (one.Year, one.Lever))
            .Select(group => new YearlyChange(group.Key.Year, group.Key.Lever, Sum(group.Select(one => one.Added)), Sum(group.Select(one => one.Moved))))
            .OrderBy(one => one.Lever).ThenBy(one => one.Year)], unfunded);
    }

    // The worst value of the lever as a share of its standard; what no standard asks for comes last.
    static double Reached(CountyProblem problem, int lever) => problem.Standings
        .Where(standing => standing.Lever == lever)
        .Min(standing => standing.Threshold is { } threshold ? Double(standing.PerUnit * problem.Levers[lever].Present / threshold) : double.MaxValue);

    static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, (sum, number) => sum + number);

    static double Double(Rational number) => (double)number.Numerator / (double)number.Denominator;
}
