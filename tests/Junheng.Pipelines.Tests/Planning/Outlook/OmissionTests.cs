using FsCheck;
using FsCheck.Fluent;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>Each county stands beside a twin that files the same but leaves something out: no twin ranks better.</summary>
public sealed class OmissionTests
{
    const int Pairs = 120;

    [Fact]
    public void Ranking_OfWhoLeavesDataOut_IsNeverBetter()
    {
        var pairs = FsCheck.FSharp.Gen.Sample(new Rnd(20_241_231), 20, Pairs, Pair.Any);
        var schools = pairs.SelectMany((pair, number) => pair.File(number)).ToList();
        var targets = pairs.SelectMany((pair, number) => new[] { Pair.Whole(number), Pair.Twin(number) }.Select(county => (county, (int?)pair.Target)));
        using var judged = new Filing(schools) { RulePack = "packs/spare.yaml", Plan = PlanText.Of(targets), Unchecked = true }.JudgeAll();

        var better = judged.Query("""
            select whole.county_code, whole.year, whole.outlook, twin.outlook, whole.rank, twin.rank
            from ranking as whole
            join ranking as twin on twin.county_code = concat(whole.county_code, 'x') and twin.year = whole.year
            where twin.rank < whole.rank
            """).Rows;
        var bases = judged.Query("select distinct basis from plan_condition where verdict = 'not_met' order by all").Rows.Select(row => row[0]);
        var reached = judged.Query("select distinct outlook from ranking order by all").Rows.Select(row => row[0]);

        Assert.Empty(better.Select(LedgerTests.Join));
        Assert.Equal(["pace", "projection"], bases);
        Assert.Equal(["cannot_tell", "late", "on_track", "overdue", "ready"], reached);
    }

    sealed record Pair(int Target, IReadOnlyList<PairSchool> Schools, IReadOnlyList<int> LeftOut)
    {
        public static Gen<Pair> Any =>
            from target in Gen.Elements(2023, 2024, 2025, 2026, 2028)
            from size in Gen.Choose(1, 3)
            from schools in PairSchool.Any.ListOf(size)
            from left in Gen.NonEmptyListOf(Gen.Choose(0, (size * PairSchool.Cells) - 1))
            select new Pair(target, [.. schools], [.. left.Take(4)]);

        public static string Whole(int number) => FormattableString.Invariant($"K{number:000}");

        public static string Twin(int number) => Whole(number) + "x";

        public IEnumerable<FiledSchool> File(int number) =>
            Schools.SelectMany((school, index) => school.File(Whole(number), index, []))
                .Concat(Schools.SelectMany((school, index) => school.File(Twin(number), index, [.. LeftOut.Where(cell => cell / PairSchool.Cells == index).Select(cell => cell % PairSchool.Cells)])));
    }

    /// <param name="Ground">By year, in percent of what its pupils need; equipment likewise.</param>
    sealed record PairSchool(int Pupils, IReadOnlyList<int> Ground, IReadOnlyList<int> Equipment)
    {
        const int Years = 4;

        /// <summary>What can be left out: each year's pupils, ground and equipment.</summary>
        public const int Cells = 3 * Years;

        public static Gen<PairSchool> Any =>
            from pupils in Gen.Elements(100, 200, 400)
            from ground in Gen.Elements(20, 80, 86, 92, 100, 110, 300).ListOf(Years)
            from equipment in Gen.Elements(80, 86, 92, 100, 110).ListOf(Years)
            select new PairSchool(pupils, [.. ground], [.. equipment]);

        public IEnumerable<FiledSchool> File(string county, int index, IReadOnlyCollection<int> leftOut)
        {
            return Enumerable.Range(0, Years).Select(year => new FiledSchool(county, FormattableString.Invariant($"{county}-{index}"), "primary_school", 2021 + year)
                .Stage("primary", Unless(LeftOut(year, 0), Pupils))
                .Has(
                    ("sports_ground_area", Unless(LeftOut(year, 1), 7.5m * Pupils * Ground[year] / 100)),
                    ("equipment_value", Unless(LeftOut(year, 2), 20 * Pupils * Equipment[year]))));

            bool LeftOut(int year, int cell) => leftOut.Contains((3 * year) + cell);

            static Amount Unless(bool left, Amount amount) => left ? Amount.Blank : amount;
        }
    }
}
