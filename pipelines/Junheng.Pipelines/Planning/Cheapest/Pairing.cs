using System.Numerics;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>Who goes where: the plan knows how many leave and arrive, and pairs them in the order of the schools' codes.</summary>
static class Pairing
{
    public static IReadOnlyList<TeacherMove> Of(CountyProblem problem, IReadOnlyList<LeverChange> changes)
    {
        var moves = new List<TeacherMove>();
        foreach (var kind in changes.Where(change => change.Moved != 0).GroupBy(change => (problem.Levers[change.Lever].Stage, problem.Levers[change.Lever].Indicator)))
        {
            var leaving = Queue(kind.Where(change => change.Moved < 0));
            foreach (var (school, arriving) in Queue(kind.Where(change => change.Moved > 0)))
            {
                for (var open = arriving; open > 0;)
                {
                    var (from, there) = leaving.Dequeue();
                    var teachers = BigInteger.Min(open, there);
                    moves.Add(new TeacherMove(kind.Key.Stage, kind.Key.Indicator, from, school, teachers));
                    open -= teachers;
                    if (there > teachers) leaving = new([(from, there - teachers), .. leaving]);
                }
            }
        }

        return moves;

        Queue<(string School, BigInteger Teachers)> Queue(IEnumerable<LeverChange> some) =>
            new(some.Select(change => (problem.Levers[change.Lever].School, BigInteger.Abs(change.Moved))).OrderBy(one => one.School, StringComparer.Ordinal));
    }
}
