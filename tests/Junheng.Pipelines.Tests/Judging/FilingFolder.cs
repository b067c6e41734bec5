using System.Text;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>Writes source.yaml, a map whose columns are named like the fields, and a table a dataset. A column is there when a school fills it.</summary>
sealed class FilingFolder(
    string folder, IReadOnlyList<FiledSchool> schools, string rulePack, IReadOnlyList<(string Name, string Dataset)> brings, IReadOnlyList<(string Table, string Line)> also, string prices = "", string plan = "")
{
    static readonly string[] RegisterColumns = ["year", "school_code", "school_name", "county_code", "school_type"];

    static readonly string[] LineageColumns = ["year", "school_code", "event", "predecessor_code"];

    static readonly string[] GradeColumns = ["year", "school_code", "stage", "grade", "grade_pupils"];

    static readonly string[] MeasureColumns =
        ["year", "school_code", "stage", "indicator", "measure", "measure_kind", "measure_amount", "ends_on", "closed", "closed_on", "committed"];

    static readonly string[] ProcedureColumns = ["year", "county_code", "step", "done_on", "step_result"];

    readonly string[] stageColumns = ["year", "school_code", "stage", .. Fields(schools.SelectMany(school => school.Stages).Select(stage => stage.Quantities))];
    readonly string[] premisesColumns = ["year", "school_code", .. Fields(schools.Select(school => school.Premises))];

    /// <summary>Rows of <c>lineage</c>; without any there is no such file.</summary>
    public IReadOnlyList<string> Lineage { get; init; } = [];

    /// <summary>Rows of <c>procedure</c>, likewise.</summary>
    public IReadOnlyList<string> Procedure { get; init; } = [];

    /// <summary>Rows of <c>grade</c>, likewise.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    /// <summary>Rows of <c>school_plan</c>, likewise.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    public void Write()
    {
        Directory.CreateDirectory(Path.Combine(folder, "packs"));
        if (rulePack.EndsWith(".yaml", StringComparison.Ordinal))
            File.Copy(RepositoryRoot.File("tests/Junheng.Pipelines.Tests/Judging/" + rulePack), Path.Combine(folder, rulePack));
        File.WriteAllText(Path.Combine(folder, "source.yaml"), Source());
        File.WriteAllText(Path.Combine(folder, "map.yaml"), Map());
        if (prices.Length > 0) File.WriteAllText(Path.Combine(folder, "prices.yaml"), prices);
        if (plan.Length > 0) File.WriteAllText(Path.Combine(folder, "plan.yaml"), plan);
        WriteTable("schools", RegisterColumns, schools.Select(RegisterRow));
        WriteTable("stages", stageColumns, schools.SelectMany(StageRows));
        WriteTable("premises", premisesColumns, schools.Where(school => school.Premises.Count > 0).Select(PremisesRow));
        if (Lineage.Count > 0) WriteTable("lineage", LineageColumns, Lineage);
        if (Procedure.Count > 0) WriteTable("procedure", ProcedureColumns, Procedure);
        if (Grades.Count > 0) WriteTable("grades", GradeColumns, Grades);
        if (Measures.Count > 0) WriteTable("measures", MeasureColumns, Measures);
    }

    static IEnumerable<string> Fields(IEnumerable<IReadOnlyDictionary<string, Amount>> rows) =>
        rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    static string RegisterRow(FiledSchool school) => $"{Text(school.Year)},{school.Code},学校{school.Code},{school.County},{school.Type}";

    IEnumerable<string> StageRows(FiledSchool school) => school.Stages.Select(stage =>
        string.Join(',', [Text(school.Year), school.Code, stage.Name, .. stageColumns[3..].Select(field => stage.Quantities.GetValueOrDefault(field, Amount.Blank).Text)]));

    string PremisesRow(FiledSchool school) =>
        string.Join(',', [Text(school.Year), school.Code, .. premisesColumns[2..].Select(field => school.Premises.GetValueOrDefault(field, Amount.Blank).Text)]);

    void WriteTable(string name, string[] columns, IEnumerable<string> lines) =>
        File.WriteAllLines(Path.Combine(folder, name + ".csv"), [string.Join(',', columns), .. lines, .. also.Where(row => row.Table == name).Select(row => row.Line)]);

    string Source() => $$"""
        format: 1
        id: judging
        title: {zh: 判定测试, en: Judging}
        synthetic: true
        as_of: 2024-12-31
        rule_pack: {{rulePack}}
        map: map.yaml
        missing: ['-']
        prices: {{(prices.Length > 0 ? "prices.yaml" : "''")}}
        plan: {{(plan.Length > 0 ? "plan.yaml" : "[]")}}
        files:
          - {files: schools.csv, datasets: [school]}
          - {files: stages.csv, datasets: [stage]}
          - {files: premises.csv, datasets: [facility]}

        """ + (Lineage.Count > 0 ? "  - {files: lineage.csv, datasets: [lineage]}\n" : "") + (Procedure.Count > 0 ? "  - {files: procedure.csv, datasets: [procedure]}\n" : "")
        + (Grades.Count > 0 ? "  - {files: grades.csv, datasets: [grade]}\n" : "") + (Measures.Count > 0 ? "  - {files: measures.csv, datasets: [school_plan]}\n" : "");

    string Map()
    {
        var text = new StringBuilder("format: 1\nid: judging\ntitle: {zh: 判定测试, en: Judging}\n");
        if (brings.Count > 0) text.Append("fields:\n");
        foreach (var (name, dataset) in brings)
            text.Append(null, $"  {name}: {{dataset: {dataset}, unit: 个, most: 100000000000, zh: {name}, en: {name}}}\n");
        text.Append("datasets:\n");
        foreach (var (dataset, columns) in new[]
        {
            ("school", RegisterColumns), ("stage", stageColumns), ("facility", premisesColumns), ("lineage", LineageColumns), ("procedure", ProcedureColumns), ("grade", GradeColumns), ("school_plan", MeasureColumns),
        })
            text.Append(null, $"  {dataset}:\n    - years: 2000-2099\n      columns: {{{string.Join(", ", columns.Select(column => $"{column}: {column}"))}}}\n");
        return text.ToString();
    }

    static string Text(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
