using System.Numerics;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest.Solving;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>The conditions: standards of each school, teachers who move, evenness between schools.</summary>
public sealed partial class PlanModel
{
    /// <summary>Each indicator reaches its threshold, or stays behind (a yes-or-no column) and reaches its floor; at most so many of a school-stage stay behind.</summary>
    /// <param name="given">A column that lets a school-stage fail, or null.</param>
    void AddStandards(Func<(string School, string Stage), int?> given)
    {
        foreach (var stage in Enumerable.Range(0, problem.Standings.Count).GroupBy(index => (problem.Standings[index].School, problem.Standings[index].Stage)))
        {
            var free = given(stage.Key);
            foreach (var index in stage) AddStandard(index, free);
            var choices = stage.Where(behind.ContainsKey).Select(index => (behind[index], 1.0)).ToList();
            if (choices.Count > problem.MayStayBehind) Linear.AtMost(problem.MayStayBehind, choices);
        }
    }

    void AddStandard(int index, int? given)
    {
        var standing = problem.Standings[index];
        if (standing.Threshold is not { } threshold) return;
        var lever = problem.Levers[standing.Lever];
        var counted = lever.Whole && lever.Present.Denominator.IsOne;
        var wanted = Needed(threshold / standing.PerUnit, counted) - lever.Present;
        var least = Needed((standing.Floor ?? threshold) / standing.PerUnit, counted) - lever.Present;

        // Nobody takes anything away from a lever that cannot be moved: what it has, it keeps.
        if (!lever.Movable && least.Sign < 0) least = 0;
        if (!lever.Movable && wanted.Sign <= 0) return;

        var columns = levers[standing.Lever];
        // A row in units of the column: one for whole things, a hundred per cent of the standard for others.
        var factor = 1 / columns.Unit;
        List<(int, double)> terms = [.. columns.Change(factor)];
        if (problem.MayStayBehind > 0 && standing.Floor is not null && wanted > least)
        {
            behind[index] = Linear.Add(0, 1, whole: true);
            terms.Add((behind[index], (wanted - least).ToDouble() * factor));
        }

        if (given is { } column && wanted.Sign > 0) terms.Add((column, wanted.ToDouble() * factor));
        Linear.AtLeast(wanted.ToDouble() * factor, terms);
    }

    static Rational Needed(Rational amount, bool counted) => counted ? new Rational(Ceiling(amount), BigInteger.One) : amount;

    /// <summary>Who arrives somewhere has left somewhere; and who leaves counted for one thing only must be there.</summary>
    void AddMoves()
    {
        var movable = Enumerable.Range(0, problem.Levers.Count).Where(index => problem.Levers[index].Movable).ToList();
        foreach (var kind in movable.GroupBy(index => (problem.Levers[index].Stage, problem.Levers[index].Indicator)))
            Linear.Equal(0, kind.SelectMany(index => new[] { (levers[index].In!.Value, 1.0), (levers[index].Out!.Value, -1.0) }));
        foreach (var uncounted in problem.Uncounted)
        {
            var here = Enumerable.Range(0, problem.Levers.Count).Where(index => problem.Levers[index] is var lever && lever.School == uncounted.School && lever.Stage == uncounted.Stage).ToList();
            var terms = problem.AllTeachers is { } all
                ? here.Where(index => problem.Levers[index].Indicator == uncounted.Indicator).SelectMany(index => levers[index].Change(1))
                    .Concat(here.Where(index => problem.Levers[index].Indicator == all).SelectMany(index => levers[index].Change(-1))).ToList()
                : here.Where(index => problem.Levers[index].Movable && problem.Levers[index].Indicator != uncounted.Indicator).SelectMany(index => levers[index].Change(-1)).ToList();
            if (terms.Count > 0 && uncounted.Teachers.Sign >= 0) Linear.AtMost(uncounted.Teachers.ToDouble(), terms);
        }
    }

    /// <param name="free">A column that lets the coefficient fail, or null.</param>
    void AddEvenness(EvennessLimit limit, int? free)
    {
        var members = problem.Members(limit.Stage, limit.Indicator).ToList();
        if (members.Count < 2) return;
        var pupils = members.Sum(member => member.Pupils.ToDouble());
        var limitValue = (double)limit.Limit;
        var factor = Math.Sqrt(1 + (limitValue * limitValue)) * (1 - tightened.GetValueOrDefault(limit));
        var scale = ScaleOf(members[0]);
        var terms = new List<(int, double, double)>();
        var largest = 0.0;
        foreach (var member in members)
        {
            var value = Linear.Add(0);
            var perUnit = member.PerUnit.ToDouble() / scale;
            var present = perUnit * problem.Levers[member.Lever].Present.ToDouble();
            largest = Math.Max(largest, present);
            Linear.Equal(present, levers[member.Lever].Change(-perUnit).Append((value, 1.0)));
            var weight = member.Pupils.ToDouble() / pupils;
            terms.Add((value, Math.Sqrt(weight), factor * weight));
        }

        // As much as the most uneven county of these schools could be wide.
        Linear.Add(new Cone(terms, free is { } column ? (column, (2 * largest) + 10) : null));
    }
}
