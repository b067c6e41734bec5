using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Steps;

namespace Junheng.Pipelines.Tests.Snapshots;

[Trait("Kind", "long")]
public sealed class UnchangedStepsTests
{
    [Fact]
    public void Build_NothingChanged_MakesNoSnapshotAndRunsNoStep()
    {
        using var source = new SmallSource();
        source.Build();

        var outcome = source.Build();

        Assert.Equal((false, 1), (outcome.Made, outcome.Snapshot!.Number));
        Assert.Empty(outcome.StepsRun);
    }

    [Fact]
    public void Build_FileChanged_RunsTheMappingAndWhatReadsIt()
    {
        using var source = new SmallSource();
        source.Build();
        source.Replace(SmallSource.Stages, "001,小学,900", "001,小学,901");

        AssertRan(source.Build(), "mapping");
    }

    [Fact]
    public void Build_ParameterChanged_RunsTheRulesAndWhatReadsThem()
    {
        using var source = new SmallSource();
        source.Build();

        AssertRan(source.Build(set: new Dictionary<string, string> { ["missing_school"] = "exclude" }), "rules");
    }

    [Theory]
    [InlineData("school_scope")]
    [InlineData("county_coefficient")]
    [InlineData("school_verdict")]
    public void Build_ModelChanged_RunsItAndWhatReadsIt(string model)
    {
        using var source = new SmallSource();
        source.Build();
        using var sql = new SqlCopy();
        sql.Append($"{model}.sql", "\n-- another text\n");

        AssertRan(source.Build(library: sql.Read().For(SmallBuild.Asked)), model);
    }

    [Fact]
    public void Build_CheckChanged_ChecksAgainAndRunsNoStep()
    {
        using var source = new SmallSource();
        source.Build();
        using var sql = new SqlCopy();
        sql.Append("rows_accounted.sql", "\n-- another text\n");

        var outcome = source.Build(library: sql.Read().For(SmallBuild.Asked));

        Assert.True(outcome.Made);
        Assert.Empty(outcome.StepsRun);
    }

    [Fact]
    public void Build_OtherDate_IsAnotherSnapshotAndRunsNoStep()
    {
        using var source = new SmallSource();
        source.Build();

        var outcome = source.Build(asOf: new DateOnly(2025, 6, 30));

        Assert.Equal((true, "2025-06-30"), (outcome.Made, outcome.Snapshot!.Catalog.AsOf));
        Assert.Empty(outcome.StepsRun);
    }

    [Fact]
    public void Build_StepReused_KeepsItsBytes()
    {
        using var source = new SmallSource();
        var first = source.Build().Snapshot!;

        var second = source.Build(set: new Dictionary<string, string> { ["missing_school"] = "exclude" }).Snapshot!;

        Assert.Equal(first.Table("filed_stage"), second.Table("filed_stage"), (one, other) => one!.Sha256 == other!.Sha256 && one.Step == other.Step);
    }

    // Downstream is worked out here from the declared inputs alone.
    static void AssertRan(BuildOutcome outcome, string changed)
    {
        IStep[] steps = [.. SmallBuild.Library.JudgingSteps()];
        // What no model makes is compiled from the rules or the plan, or mapped from what was filed.
        var given = steps.SelectMany(step => step.Inputs).Except(steps.SelectMany(step => step.Outputs).Select(table => table.Name)).ToLookup(MakerOf);
        var touched = new HashSet<string>(given.Contains(changed) ? given[changed] : [changed]);
        var expected = new HashSet<string> { changed };
        for (var before = 0; before != touched.Count;)
        {
            before = touched.Count;
            foreach (var step in steps.Where(step => step.Inputs.Any(touched.Contains)))
            {
                expected.Add(step.Name);
                touched.UnionWith(step.Outputs.Select(table => table.Name));
            }
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), outcome.StepsRun.Order(StringComparer.Ordinal));
    }

    static string MakerOf(string table) =>
        table is "parameter" || table.StartsWith("rule", StringComparison.Ordinal) ? "rules"
        : table.StartsWith("plan", StringComparison.Ordinal) ? "plans"
        : table is "unit_price" ? "prices"
        : table is "county_code_change" ? "geography"
        : "mapping";
}
