using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Tests.Checks;

/// <summary>One impossible cell: what is computed from it is unknown and says why, and every other row of every mart is what it was.</summary>
public sealed class ContainmentTests : IDisposable
{
    const string Sound = "001,小学,900,20,60,50,5,10,8,8,8";

    // 100 backbone teachers among 60.
    const string Impossible = "001,小学,900,20,60,50,5,100,8,8,8";

    readonly SmallSource source = new();

    public ContainmentTests()
    {
        source.Append(SmallSource.Schools, "004,邻县小学,990102,小学,城区,公办\n");
        source.Append(SmallSource.Stages, "004,小学,800,18,50,40,5,9,7,7,7\n");
        source.Append(SmallSource.Facilities, "004,5000,500,7000,250,30\n");
    }

    public void Dispose() => source.Dispose();

    [Fact]
    public void Build_ImpossibleCell_IsRefusedUnlessPartialIsAccepted()
    {
        source.Replace(SmallSource.Stages, Sound, Impossible);

        var outcome = source.Build();

        Assert.True(outcome.Failed);
        Told.At(Told.Once(outcome.Findings, "CHECK-BACKBONE-WITHIN-TEACHERS"), SmallSource.Stages, 2, "H teachers_backbone", "100");
    }

    [Fact]
    public void Build_ImpossibleCellAccepted_TouchesWhatIsComputedFromItAndNoMore()
    {
        var clean = Rows(source.Build(library: SmallBuild.Whole));
        source.Replace(SmallSource.Stages, Sound, Impossible);

        var outcome = source.Build(acceptPartial: true, library: SmallBuild.Whole);

        Assert.True(outcome.Snapshot!.Catalog.Partial);
        var changed = Changed(clean, Rows(outcome));
        Assert.Equal(["2024|001|primary|02|"], changed["school_indicator"]);
        Assert.Equal(["2024|001|primary"], changed["school_verdict"]);
        Assert.Equal(["2024|990101|primary|02"], changed["county_coefficient"]);
        Assert.All(changed["school_influence"], key => Assert.EndsWith("|primary|02", key, StringComparison.Ordinal));
        Assert.Equal(["2024|990101|primary|02"], changed["county_inequality"]);
        Assert.Equal(["2024|stage|001|primary", "2024|school|001|all"], changed["filing_due"].Order(StringComparer.Ordinal).Reverse());
        Assert.DoesNotContain(changed.SelectMany(table => table.Value), key => key.Contains("990102", StringComparison.Ordinal) || key.Contains("|004|", StringComparison.Ordinal));

        var row = outcome.Query(source, "select verdict, reason, numerator from school_indicator where school_code = '001' and indicator = '02'").Rows[0];
        Assert.Equal(["unknown", "input_faulty", null], row);
        Assert.Equal("unknown", outcome.Query(source, "select verdict from county_coefficient where county_code = '990101' and stage = 'primary' and indicator = '02'").Rows[0][0]);
    }

    [Fact]
    public void Build_ImpossibleCellAccepted_StagingKeepsWhatWasFiled()
    {
        source.Replace(SmallSource.Stages, Sound, Impossible);

        var outcome = source.Build(acceptPartial: true);

        Assert.Equal([100m, null, "CHECK-BACKBONE-WITHIN-TEACHERS"], outcome.Query(source, """
            select filed.amount::decimal(18, 0), sound.amount, sound.fault
            from filed_quantity as filed
            join sound_quantity as sound on sound.year = filed.year and sound.school_code = filed.school_code and sound.stage = filed.stage and sound.field = filed.field
            where filed.school_code = '001' and filed.field = 'teachers_backbone'
            """).Rows[0]);
        Assert.Equal(
            ["teachers", "teachers_backbone"],
            outcome.Query(source, "select field from faulty_cell order by field").Rows.Select(row => row[0]));
    }

    // 899 and 2 pupils in two grades of 900; 61 titled teachers of 60.
    [Theory]
    [InlineData("CHECK-GRADES-WITHIN-PUPILS", "select count(grade_pupils) from sound_grade where school_code = '001'")]
    [InlineData("CHECK-MID-TITLE-WITHIN-TEACHERS", "select count(amount) from sound_quantity where school_code = '001' and stage = 'primary' and field = 'teachers_mid_title'")]
    public void Build_MoreThanItsWhole_IsTakenForNothing(string code, string sound)
    {
        source.Replace(SmallSource.Map, "    teachers_doctor: {constant: 0}\n", "    teachers_doctor: {constant: 0}\n        teachers_mid_title: 中级\n");
        source.Write(SmallSource.Stages, string.Join('\n', source.Read(SmallSource.Stages).Split('\n').Select((line, index) => line.Length == 0 ? line : line + (index switch { 0 => ",中级", 1 => ",61", _ => ",1" }))));
        source.Append(SmallSource.Map, """
              grade:
                - years: 2020-2024
                  columns: {school_code: 代码, stage: {from: 学段, values: {小学: primary, 初中: junior}}, grade: 年级, grade_pupils: 人数}

            """);
        source.Write("2024/grades.csv", "代码,学段,年级,人数\n001,小学,1,899\n001,小学,2,2\n");
        source.Append(SmallSource.Yaml, "  - {files: \"{year}/grades.csv\", datasets: [grade]}\n");

        var outcome = source.Build(acceptPartial: true, library: SmallBuild.Whole.For(["sound_grade", "sound_quantity"]));

        Assert.Contains(outcome.Findings, finding => finding.Code == code);
        Assert.Equal(0L, outcome.Query(source, sound).Rows[0][0]);
    }

    /// <summary>Every row of every mart as text, by its key.</summary>
    Dictionary<string, Dictionary<string, string>> Rows(BuildOutcome outcome)
    {
        var marts = Directory.EnumerateFiles(Path.Combine(ShippedContent.Sql, "marts"), "*.sql").Select(path => Path.GetFileNameWithoutExtension(path));
        return marts.ToDictionary(mart => mart, mart =>
        {
            var grain = outcome.Snapshot!.Catalog.Tables.First(table => table.Name == mart).Grain;
            var rows = outcome.Query(source, $"select * from {mart}");
            return rows.Rows.ToDictionary(
                row => string.Join('|', grain.Select(column => row[rows.IndexOf(column)])),
                row => string.Join('|', row),
                StringComparer.Ordinal);
        });
    }

    static Dictionary<string, List<string>> Changed(Dictionary<string, Dictionary<string, string>> before, Dictionary<string, Dictionary<string, string>> after) =>
        before.ToDictionary(table => table.Key, table => table.Value.Keys.Union(after[table.Key].Keys)
            .Where(key => table.Value.GetValueOrDefault(key) != after[table.Key].GetValueOrDefault(key)).Order(StringComparer.Ordinal).ToList());
}
