using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>Holds quantities against every condition of a county, in exact fractions: what the search in doubles found is believed only after this.</summary>
public sealed class ExactCheck(CountyProblem problem)
{
    /// <summary>What each lever comes to.</summary>
    public Rational[] Quantities(IReadOnlyList<LeverChange> changes)
    {
        var quantities = problem.Levers.Select(lever => lever.Present).ToArray();
        foreach (var change in changes) quantities[change.Lever] += new Rational(change.Net, BigInteger.One);
        return quantities;
    }

    /// <summary>Coefficients above their limit.</summary>
    public IReadOnlyList<EvennessLimit> Uneven(Rational[] quantities) => problem.Limits.Where(limit => !IsEven(limit, quantities)).ToList();

    /// <summary>School-stages with an indicator below its floor, or with more of them below the threshold than may stay behind.</summary>
    public IReadOnlyList<(string School, string Stage)> Failing(Rational[] quantities) => problem.Standings
        .GroupBy(standing => (standing.School, standing.Stage))
        .Where(stage => stage.Any(standing => Value(standing, quantities) < standing.Floor)
            || stage.Count(standing => IsBehind(standing, quantities)) > problem.MayStayBehind)
        .Select(stage => stage.Key)
        .ToList();

    public static bool IsBehind(Standing standing, Rational[] quantities) => Value(standing, quantities) < standing.Threshold;

    public static Rational Value(Standing standing, Rational[] quantities) => standing.PerUnit * quantities[standing.Lever];

    // A county without any of it has no coefficient, and what is not known does not pass.
    bool IsEven(EvennessLimit limit, Rational[] quantities)
    {
        var members = problem.Members(limit).Select(standing => new SchoolShare(standing.Pupils, Value(standing, quantities) * standing.Pupils)).ToList();
        if (members.Count == 0) return true;
        if (members.All(member => member.Amount.Sign == 0)) return false;
        var most = Exact(limit.Limit);
        return CoefficientOfVariation.Squared(members) <= most * most;
    }

    public static Rational Exact(decimal number) => Rational.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
