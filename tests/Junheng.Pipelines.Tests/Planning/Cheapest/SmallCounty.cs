using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>Three schools and two coarse indicators, of which one may stay behind: small enough to try every plan there is.</summary>
sealed record SmallCounty(IReadOnlyList<int> Pupils, IReadOnlyList<int> Rooms, IReadOnlyList<int> Teachers, bool Moves)
{
    const int Most = 9;
    const int Farthest = 4;
    const double Limit = 0.3;
    static readonly (int Standard, decimal Price) RoomRule = (5, 52_000);
    static readonly (int Standard, decimal Price) TeacherRule = (8, 480_000);

    public static SmallCounty Of(int seed)
    {
        var random = new Random(seed);
        return new SmallCounty(
            [.. Enumerable.Range(0, 3).Select(_ => random.Next(40, 110))],
            [.. Enumerable.Range(0, 3).Select(_ => random.Next(1, 8))],
            [.. Enumerable.Range(0, 3).Select(_ => random.Next(2, 13))],
            seed % 2 == 0);
    }

    public CountyProblem Problem()
    {
        var levers = new List<Lever>();
        var standings = new List<Standing>();
        for (var school = 0; school < 3; school++)
        {
            var code = "ABC"[school].ToString();
            Add(code, school, "rooms", Rooms[school], RoomRule, false);
            Add(code, school, "teachers", Teachers[school], TeacherRule, Moves);
        }

        return new CountyProblem(levers, standings, [new EvennessLimit("primary", "rooms", (decimal)Limit), new EvennessLimit("primary", "teachers", (decimal)Limit)], 1);

        void Add(string code, int school, string indicator, int present, (int Standard, decimal Price) rule, bool moves)
        {
            levers.Add(new Lever(code, "primary", indicator, present, true, rule.Price, moves));
            standings.Add(new Standing(code, "primary", indicator, levers.Count - 1, Pupils[school], new Rational(100, Pupils[school]), rule.Standard, new Rational(rule.Standard * 85, 100)));
        }
    }

    /// <summary>The least cost of all plans that add up to nine of each to each school and move up to four teachers.</summary>
    public decimal LeastByTrying()
    {
        var rooms = Additions().Where(added => Even(Sum(Rooms, added))).ToList();
        var teachers = (from added in Additions() from moved in Movements() let all = Sum(Sum(Teachers, added), moved) where all.Min() >= 0 && Even(all) select (all, added)).ToList();
        var roomCosts = Cheapest(rooms.Select(added => (Sum(Rooms, added), added.Sum() * RoomRule.Price)), RoomRule.Standard);
        var teacherCosts = Cheapest(teachers.Select(one => (one.all, one.added.Sum() * TeacherRule.Price)), TeacherRule.Standard);
        return (from room in roomCosts from teacher in teacherCosts where room.Key.Zip(teacher.Key).All(one => one is not ('b', 'b')) select room.Value + teacher.Value).Min();
    }

    // By what each school's indicator then is, «m» at the standard or «b» between 85 % and it, the least cost; below is no plan.
    Dictionary<string, decimal> Cheapest(IEnumerable<(int[] Amounts, decimal Cost)> plans, int standard) => plans
        .Select(plan => (Bands: string.Concat(plan.Amounts.Select((amount, school) => Band(amount, school, standard))), plan.Cost))
        .Where(plan => !plan.Bands.Contains('x', StringComparison.Ordinal))
        .GroupBy(plan => plan.Bands)
        .ToDictionary(group => group.Key, group => group.Min(plan => plan.Cost));

    char Band(int amount, int school, int standard) => 100 * amount >= standard * Pupils[school] ? 'm' : 10_000 * amount >= 85 * standard * Pupils[school] ? 'b' : 'x';

    bool Even(int[] amounts)
    {
        var all = (double)Pupils.Sum();
        var mean = amounts.Sum() / all;
        return mean > 0 && Math.Sqrt(amounts.Select((amount, school) => Pupils[school] / all * Math.Pow(((double)amount / Pupils[school]) - mean, 2)).Sum()) / mean <= Limit;
    }

    static IEnumerable<int[]> Additions() => from a in Enumerable.Range(0, Most + 1) from b in Enumerable.Range(0, Most + 1) from c in Enumerable.Range(0, Most + 1) select new[] { a, b, c };

    IEnumerable<int[]> Movements() => !Moves
        ? [[0, 0, 0]]
        : from a in Enumerable.Range(-Farthest, (2 * Farthest) + 1) from b in Enumerable.Range(-Farthest, (2 * Farthest) + 1) select new[] { a, b, -a - b };

    static int[] Sum(IReadOnlyList<int> a, IReadOnlyList<int> b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
