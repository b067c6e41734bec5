using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>What a lever gets in one year of a plan.</summary>
public sealed record YearlyChange(int Year, int Lever, BigInteger Added, BigInteger Moved);

/// <summary>Spreads a plan over the years to the target: moves first, then what lies furthest below its standard, as far as each year's money goes.</summary>
/// <param name="Unfunded">Whole units that fit into no year, with what they cost.</param>
public sealed record Phasing(IReadOnlyList<YearlyChange> Years, IReadOnlyList<UnfundedUnits> Unfunded)
{
    public decimal MoneyShort => Unfunded.Sum(one => one.Cost);

    /// <summary>What a year costs.</summary>
    public static decimal CostOf(CountyProblem problem, IEnumerable<YearlyChange> changes) =>
        PlanCost.Of(problem, changes.Select(change => new LeverChange(change.Lever, change.Added, change.Moved)));

    /// <param name="yearly">Yuan a year; null for no limit: then everything stands in the first year.</param>
    public static Phasing Of(CountyProblem problem, IReadOnlyList<LeverChange> changes, decimal? yearly, int first, int last)
    {
        var byNeed = changes.Where(change => change.Added > 0).OrderBy(change => Reached(problem, change.Lever)).ThenBy(change => change.Lever).ToList();
        var phasing = Fill(problem, changes, byNeed, yearly, first, last);
        if (phasing.Unfunded.Count == 0) return phasing;

        // Large units leave gaps that small ones fill, and not the other way round.
        var dearestFirst = Fill(problem, changes, [.. byNeed.OrderByDescending(change => problem.Levers[change.Lever].Price)], yearly, first, last);
        return dearestFirst.MoneyShort < phasing.MoneyShort ? dearestFirst : phasing;
    }

    static Phasing Fill(CountyProblem problem, IReadOnlyList<LeverChange> changes, IReadOnlyList<LeverChange> added, decimal? yearly, int first, int last)
    {
        var years = new List<YearlyChange>();
        var unfunded = new List<UnfundedUnits>();
        var money = Enumerable.Range(first, last - first + 1).ToDictionary(year => year, _ => yearly);
        foreach (var move in Pairing.Of(problem, changes))
        {
            Spread(problem.MovePrice, move.Teachers, LeverOf(move.To), (year, count) =>
            {
                years.Add(new YearlyChange(year, LeverOf(move.From), 0, -count));
                years.Add(new YearlyChange(year, LeverOf(move.To), 0, count));
            });

            int LeverOf(string school) => changes.First(change => problem.Levers[change.Lever] is var lever && lever.School == school && lever.Stage == move.Stage && lever.Indicator == move.Indicator).Lever;
        }

        foreach (var change in added)
            Spread(problem.Levers[change.Lever].Price, change.Added, change.Lever, (year, count) => years.Add(new YearlyChange(year, change.Lever, count, 0)));

        return new Phasing([.. years.GroupBy(one => (one.Year, one.Lever))
            .Select(group => new YearlyChange(group.Key.Year, group.Key.Lever, Sum(group.Select(one => one.Added)), Sum(group.Select(one => one.Moved))))
            .OrderBy(one => one.Lever).ThenBy(one => one.Year)], unfunded);

        void Spread(decimal price, BigInteger units, int lever, Action<int, BigInteger> take)
        {
            for (var year = first; year <= last && units > 0; year++)
            {
                var affordable = price == 0 || money[year] is not { } left ? units : BigInteger.Min(units, (BigInteger)Math.Floor(left / price));
                if (affordable.IsZero) continue;
                take(year, affordable);
                money[year] -= price * (decimal)affordable;
                units -= affordable;
            }

            if (units > 0) unfunded.Add(new UnfundedUnits(lever, units, price * (decimal)units, price > yearly));
        }
    }

    // The worst value of the lever as a share of its standard; what no standard asks for comes last.
    static double Reached(CountyProblem problem, int lever) => problem.Standings
        .Where(standing => standing.Lever == lever)
        .Min(standing => standing.Threshold is { } threshold ? (standing.PerUnit * problem.Levers[lever].Present / threshold).ToDouble() : double.MaxValue);

    static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, (sum, number) => sum + number);

}

/// <param name="Units">Whole units that no year has money for.</param>
/// <param name="OneIsTooDear">Whether a single unit costs more than a year's money.</param>
public sealed record UnfundedUnits(int Lever, BigInteger Units, decimal Cost, bool OneIsTooDear);
