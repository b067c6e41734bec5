using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Supposing;

namespace Junheng.Pipelines.Tests.Planning.Cheapest;

/// <summary>Plans read from a snapshot, carried out as filings, and judged by the SQL that judged the county.</summary>
[Trait("Kind", "long")]
public sealed class JudgedPlanTests(PlannerBench bench, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<PlannerBench>
{
    const string County = "210421";

    static readonly (string School, int Pupils, int Books)[] FiveSchools = [("小学1", 45, 279), ("小学2", 37, 137), ("小学3", 89, 935), ("小学4", 76, 160), ("小学5", 55, 402)];

    [Fact]
    public void TheFivePrintedSchools_SeventeenBooksAtTheFourth_AreConfirmedBySql_AndSixteenAreNot()
    {
        using var judged = Filing.OfBooks(FiveSchools.Select(school =>
            new FiledSchool(County, school.School, "primary_school").Stage("primary", school.Pupils).Has(("books", school.Books)))).Judge(["county_verdict"]);
        using var scratch = new Scratch(judged.Snapshot, Filing.Library.For(["county_coefficient", "school_verdict", "county_verdict"]));
        var read = new CountyCaseReader(scratch.Reader, new Dictionary<(string, string), decimal> { [("books", "primary")] = 1 }).Read(County, 2024, default);

        var plan = bench.Find(read.Problem);

        var seventeen = new PlanAsFiled(scratch.Reader, County, 2024).Of(read.Problem, plan.Changes, default);
        var books = Assert.Single(seventeen);
        Assert.Equal(("小学4", "all", "books", (Rational)177), (books.Unit, books.Stage, books.Field, books.Amount!.Value));
        Assert.Equal("met", scratch.Coefficient(seventeen));
        Assert.Equal("not_met", scratch.Coefficient([books with { Amount = 176 }]));
        Assert.Equal("not_met", judged.Coefficient(County, "primary", "books").Verdict);
    }

    // Counted in five years and planned for the pupils projected for 2025, all counties at once: judged with these pupils, planned, and judged again with their plans.
    [Fact]
    public void RandomCounties_WithTheirPlans_AreJudgedMetOnResourceAndCoefficient()
    {
        var counties = DrawnCounty.Sample.ToDictionary(drawn => FormattableString.Invariant($"99{drawn.Seed:0000}"), drawn => drawn.County, StringComparer.Ordinal);
        string[] asked = ["county_verdict", "school_verdict", "county_coefficient", "projected_enrolment"];
        using var judged = new Filing(Enumerable.Range(2020, 5).SelectMany(year => counties.SelectMany(county => county.Value.File(county.Key, year)))).Judge(asked);
        using var counted = new Scratch(judged.Snapshot, Filing.Library.For(asked)) { Unheld = [PlanEnrolment.Field] };
        var enrolments = counties.Keys.Select(code => new PlanEnrolmentReader(counted.Reader, code, 2024).Read(2025, default)).ToList();
        Assert.All(enrolments, enrolment => Assert.All(enrolment.Stages, stage => Assert.Empty(stage.Kept)));
        List<SupposedQuantity> pupils = [.. enrolments.SelectMany(enrolment => enrolment.Pupils)];
        using var scratch = new Scratch(counted.Suppose(pupils), Filing.Library.For(asked)) { Unheld = [PlanEnrolment.Field] };
        var prices = DrawnCounty.Prices.SelectMany(price => new[] { "primary", "junior" }.Select(stage => (Key: (price.Key, stage), price.Value))).ToDictionary(one => one.Key, one => one.Value);
        var planned = new List<SupposedQuantity>(pupils);
        var (gaps, seconds) = (new List<double>(), new List<double>());
        foreach (var (code, county) in counties)
        {
            var read = new CountyCaseReader(scratch.Reader, prices).Read(code, 2024, default);
            Assert.True(read.CanBePlanned);
            Assert.Equal(county.Problem().Standings.Count, read.Problem.Standings.Count);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var plan = bench.Find(read.Problem);
            seconds.Add(watch.Elapsed.TotalSeconds);
            gaps.Add(plan.Gap);
            Assert.Equal(PlanOutcome.Found, plan.Outcome);
            planned.AddRange(new PlanAsFiled(scratch.Reader, code, 2024).Of(read.Problem, plan.Changes, default));
        }

        // The pupils go on from what was counted, as do the plans.
        var after = counted.Suppose(planned);
        output.WriteLine(FormattableString.Invariant($"{counties.Count} counties; gap {Spread(gaps)}; seconds {Spread(seconds)}"));

        Assert.All(counties.Keys, code => Assert.Equal(new PlanConfirmation("met", "met"), PlanConfirmation.Of(after, code, 2024, scratch.Options, default)));
        Assert.Contains(counties.Keys, code => !PlanConfirmation.Of(scratch.Reader.Snapshot, code, 2024, scratch.Options, default).Holds);

        static string Spread(List<double> numbers)
        {
            numbers.Sort();
            return FormattableString.Invariant($"median {numbers[(numbers.Count - 1) / 2]:0.0000}, nine in ten {numbers[(int)(0.9 * (numbers.Count - 1))]:0.0000}, most {numbers[^1]:0.0000}");
        }
    }

    /// <summary>A judged filing with room beside it to suppose something else.</summary>
    sealed class Scratch : IDisposable
    {
        readonly ModelLibrary library;
        readonly string root = Directory.CreateTempSubdirectory("junheng-supposed-").FullName;
        int supposed;

        public Scratch(Junheng.Pipelines.Warehouse.Snapshots.Snapshot judged, ModelLibrary library)
        {
            this.library = library;
            Options = new EngineOptions(2, "1GB", Path.Combine(root, "tmp"));
            Reader = SnapshotReader.Open(judged, Options);
        }

        public IReadOnlyList<string> Unheld { get; init; } = [];

        public EngineOptions Options { get; }

        public SnapshotReader Reader { get; }

        public Junheng.Pipelines.Warehouse.Snapshots.Snapshot Suppose(IReadOnlyList<SupposedQuantity> quantities) =>
            new SupposedSnapshot(Reader.Snapshot, library, Path.Combine(root, FormattableString.Invariant($"{++supposed}")), Options) { Unheld = Unheld }.Of(quantities, default)!;

        public string Coefficient(IReadOnlyList<SupposedQuantity> quantities)
        {
            using var after = SnapshotReader.Open(Suppose(quantities), Options);
            return (string)after.Query("select verdict from county_coefficient where stage = 'primary'", default).Rows.Single()[0]!;
        }

        public void Dispose()
        {
            Reader.Dispose();
            Directory.Delete(root, recursive: true);
        }
    }
}
