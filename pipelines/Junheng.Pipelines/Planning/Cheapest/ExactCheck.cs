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

    /// <summary>Stages whose coefficients are too large on average.</summary>
    public IReadOnlyList<EvennessMean> UnevenMeans(Rational[] quantities) => problem.Means.Where(mean => !IsEven(mean, quantities)).ToList();

    /// <summary>Whether no indicator counts more teachers of a school-stage than there are.</summary>
    public bool HasTheTeachers(Rational[] quantities) => problem.Uncounted.All(uncounted =>
    {
        var here = Enumerable.Range(0, problem.Levers.Count).Where(index => problem.Levers[index] is var lever && lever.School == uncounted.School && lever.Stage == uncounted.Stage).ToList();
        Rational Change(Func<string, bool> indicator) => here.Where(index => indicator(problem.Levers[index].Indicator)).Aggregate((Rational)0, (sum, index) => sum + quantities[index] - problem.Levers[index].Present);
        return (problem.AllTeachers is { } all ? Change(one => one == uncounted.Indicator) - Change(one => one == all) : -1 * Change(one => one != uncounted.Indicator)) <= uncounted.Teachers;
    });

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
        var members = Shares(limit.Stage, limit.Indicator, quantities);
        if (members.Count == 0) return true;
        if (members.All(member => member.Amount.Sign == 0)) return false;
        var most = Exact(limit.Limit);
        return CoefficientOfVariation.Squared(members) <= most * most;
    }

    bool IsEven(EvennessMean mean, Rational[] quantities)
    {
        var coefficients = mean.Indicators.Select(indicator => Shares(mean.Stage, indicator, quantities)).ToList();
        return coefficients.All(members => members.Any(member => member.Amount.Sign != 0))
            && SumOfRoots.CompareTo(coefficients.Select(CoefficientOfVariation.Squared), Exact(mean.Limit) * mean.Indicators.Count) <= 0;
    }

    List<SchoolShare> Shares(string stage, string indicator, Rational[] quantities) =>
        problem.Members(stage, indicator).Select(standing => new SchoolShare(standing.Pupils, Value(standing, quantities) * standing.Pupils)).ToList();

    public static Rational Exact(decimal number) => Rational.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
