using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>
/// Three primary schools, at standard in each of five years: one has a quarter more pupils every year (625 in 2024), one a fifth fewer (256), one 400. A second county began in 2022.
/// </summary>
public sealed class PlanBasisTests(PlanBasisTests.Counted counted, PlannerBench bench) : IClassFixture<PlanBasisTests.Counted>, IClassFixture<PlannerBench>
{
    // 625 × 1.25 = 781.25, 256 × 0.8 = 204.8 and 400; a year later 976.56, 163.84 and 400.
    [Theory]
    [InlineData(2025, 781 + 205 + 400)]
    [InlineData(2026, 977 + 164 + 400)]
    public void Enrolment_OfTheTargetYear_IsProjected(int target, int pupils)
    {
        using var basis = counted.Basis("A");

        Assert.True(basis.Take(target, asCounted: false, default));

        Assert.Equal([new StageEnrolment("primary", 1281, pupils, "")], basis.Enrolment.Stages);
    }

    [Theory]
    [InlineData("A", 2025, true, "asked")]
    [InlineData("A", 2024, false, "counted")]
    [InlineData("A", 2030, false, "no_projection")]
    [InlineData("B", 2025, false, "fewer_than_four_years")]
    public void Enrolment_WithoutProjection_IsTheCountedOne_AndSaysWhy(string county, int target, bool asCounted, string why)
    {
        using var basis = counted.Basis(county);

        Assert.True(basis.Take(target, asCounted, default));

        Assert.Equal([why], basis.Enrolment.Stages.Select(stage => stage.Kept));
        Assert.All(basis.Enrolment.Stages, stage => Assert.Equal(stage.Counted, stage.Planned));
        Assert.False(basis.Enrolment.Projected);
    }

    // As counted nothing is missing; the school that grows will lack a quarter of everything.
    [Fact]
    public void Plan_ForProjectedPupils_IsJudgedWithThem()
    {
        using var now = counted.Basis("A");
        using var ahead = counted.Basis("A");
        Assert.True(now.Take(2025, asCounted: true, default) && ahead.Take(2025, asCounted: false, default));

        var (asCounted, projected) = (Counted.Case(now, "A").Problem, Counted.Case(ahead, "A").Problem);
        var plan = bench.Find(projected);

        Assert.Empty(bench.Find(asCounted).Changes);
        Assert.True(now.Confirm(asCounted, [], default)!.Holds);
        Assert.False(ahead.Confirm(projected, [], default)!.Holds);
        Assert.Contains(plan.Changes, change => projected.Levers[change.Lever] is { School: "A-grows", Indicator: "06" } && change.Added >= 300_000);
        Assert.Contains(plan.Moves, move => move is { From: "A-shrinks", To: "A-grows" });
        Assert.Equal(new PlanConfirmation("met", "met"), ahead.Confirm(projected, plan.Changes, default));
    }

    public sealed class Counted : IDisposable
    {
        static readonly string[] Needed = ["county_verdict", "school_verdict", "county_coefficient", "projected_enrolment"];
        static readonly ModelLibrary Library = Filing.Library.For(Needed);

        readonly string root = Directory.CreateTempSubdirectory("junheng-basis-").FullName;
        readonly Judged judged = new Filing(Schools()).Judge(Needed);
        readonly SnapshotReader reader;
        readonly EngineOptions options;
        int bases;

        public Counted()
        {
            options = new EngineOptions(2, "1GB", Path.Combine(root, "tmp"));
            reader = SnapshotReader.Open(judged.Snapshot, options);
        }

        public PlanBasis Basis(string county) =>
            new(reader, county, 2024, Library, Path.Combine(root, FormattableString.Invariant($"{++bases}")), options);

        internal static CountyCase Case(PlanBasis basis, string county) => new CountyCaseReader(
            basis.Reader, DrawnCounty.Prices.ToDictionary(price => (price.Key, "primary"), price => price.Value)).Read(county, 2024, default);

        public void Dispose()
        {
            reader.Dispose();
            judged.Dispose();
            Directory.Delete(root, recursive: true);
        }

        static IEnumerable<FiledSchool> Schools()
        {
            int[] grows = [256, 320, 400, 500, 625];
            for (var year = 2020; year <= 2024; year++)
            {
                yield return School("A", "A-grows", year, grows[year - 2020]);
                yield return School("A", "A-shrinks", year, grows[2024 - year]);
                yield return School("A", "A-stays", year, 400);
                if (year >= 2022) yield return School("B", "B-new", year, 400);
            }
        }

        // Everybody is an entrant: with fewer pupils no filing would be sound.
        static FiledSchool School(string county, string code, int year, int pupils) => new FiledSchool(county, code, "primary_school", year)
            .Stage(
                "primary", pupils, ("teachers", pupils / 10), ("teachers_college", 0), ("teachers_bachelor", (pupils * 42 / 1000) + 1), ("teachers_master", 0), ("teachers_doctor", 0),
                ("teachers_backbone", (pupils / 100) + 1), ("teachers_pe", (pupils * 9 / 1000) + 1), ("teachers_music", 0), ("teachers_art", 0), ("entrants", pupils))
            .Has(("teaching_area", pupils * 9 / 2 + 1), ("gym_area", 0), ("sports_ground_area", pupils * 15 / 2 + 1), ("equipment_value", pupils * 2000), ("multimedia_rooms", (pupils * 23 / 1000) + 1));
    }
}
