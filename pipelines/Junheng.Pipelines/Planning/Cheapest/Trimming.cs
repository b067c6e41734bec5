using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>Takes back units that rounding added and no condition needs, the dearest first.</summary>
sealed class Trimming(CountyProblem problem, ExactCheck check)
{
    public IReadOnlyList<LeverChange> Of(IReadOnlyList<LeverChange> changes)
    {
        var trimmed = changes.ToDictionary(change => change.Lever);
        var quantities = check.Quantities(changes);
        foreach (var change in changes.Where(change => change.Added > 0).OrderByDescending(change => problem.Levers[change.Lever].Price).ThenBy(change => change.Lever))
        {
            var kept = quantities[change.Lever];
            quantities[change.Lever] = kept - 1;
            if (Holds(change.Lever, quantities)) trimmed[change.Lever] = change with { Added = change.Added - 1 };
            else quantities[change.Lever] = kept;
        }

        return [.. trimmed.Values.Where(change => change.Added != 0 || change.Moved != 0).OrderBy(change => change.Lever)];
    }

    // Only what the lever touches can break.
    bool Holds(int lever, Rational[] quantities)
    {
        var touched = problem.Standings.Where(standing => standing.Lever == lever).ToList();
        var narrow = problem with
        {
            Standings = problem.Standings.Where(standing => touched.Any(one => (one.School == standing.School && one.Stage == standing.Stage)
                || (one.Stage == standing.Stage && (one.Indicator == standing.Indicator || problem.Means.Any(mean => mean.Stage == one.Stage))))).ToList(),
            Means = problem.Means.Where(mean => touched.Any(one => one.Stage == mean.Stage)).ToList(),
            Uncounted = problem.Uncounted.Where(one => one.School == problem.Levers[lever].School && one.Stage == problem.Levers[lever].Stage).ToList(),
            Limits = problem.Limits.Where(limit => touched.Any(one => one.Indicator == limit.Indicator && one.Stage == limit.Stage)).ToList(),
        };
        var schools = touched.Select(one => (one.School, one.Stage)).ToHashSet();
        var narrowCheck = new ExactCheck(narrow);
        return narrowCheck.Uneven(quantities).Count == 0 && narrowCheck.UnevenMeans(quantities).Count == 0 && narrowCheck.HasTheTeachers(quantities) && !narrowCheck.Failing(quantities).Any(schools.Contains);
    }
}
