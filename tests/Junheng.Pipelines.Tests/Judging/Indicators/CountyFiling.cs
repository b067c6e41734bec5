using System.Globalization;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>
/// What one small county files, in our own field names: everything in order for 2024, until a case changes something. Its schools: P and J, primary and junior, in the
/// city; T, the central school of a town, with V, a teaching point of 40 pupils whose accounts it keeps; S, a special school.
/// </summary>
sealed class CountyFiling
{
    public const int Judged = 2024;

    static readonly string[] CountyJudgements = ["08", "09a", "09b", "09c", "09d", "15b", "17", "21b", "22a"];

    static readonly string[] SchoolJudgements = ["25", "27", "28", "29", "30"];

    readonly Dictionary<string, List<Dictionary<string, string>>> tables = new(StringComparer.Ordinal);

    public CountyFiling(string code)
    {
        Code = code;
        foreach (var year in new[] { Judged - 1, Judged })
        {
            AddSchool(year, "P", "primary_school", "urban", ("primary", 450, 12, 30));
            AddSchool(year, "J", "junior_school", "urban", ("junior", 300, 6, 25));
            AddSchool(year, "T", "primary_school", "town", ("primary", 240, 6, 16));
            AddSchool(year, "V", "teaching_point", "rural", ("primary", 40, 2, 3));
            AddSchool(year, "S", "special_school", "urban");
            Set("school", year, "V", "budget_unit_code", code + "T");
            foreach (var school in new[] { "P", "J", "T" })
                Add("school_finance", year, school, ("public_funds_allocated", "1000000"), ("public_budget", "1000000"), ("training_budget", "60000"));
            AddFacts(year);
        }

        foreach (var school in new[] { "P", "J", "T" })
        {
            Add("room", Judged, school, ("room", "music1"), ("room_kind", "music"), ("room_area", "100"));
            Add("room", Judged, school, ("room", "art1"), ("room_kind", "art"), ("room_area", "100"));
        }

        foreach (var (school, stage, classes) in new[] { ("P", "primary", 12), ("T", "primary", 6), ("V", "primary", 2), ("J", "junior", 6) })
            Add("class_band", Judged, school, ("stage", stage), ("band", "all"), ("band_from", "0"), ("band_to", "45"), ("band_classes", Text(classes)));
        foreach (var item in CountyJudgements) Judge("", item, "self", "yes");
        foreach (var item in SchoolJudgements)
            foreach (var school in new[] { "P", "J", "T", "V" })
                Judge(school, item, "self", item == "28" ? "good" : "yes");
        foreach (var stage in new[] { "primary", "junior" })
            Add("monitoring", Judged, "", ("stage", stage), ("subject", "mathematics"), ("achievement_level", "3"), ("between_rate", "0.1"));
        Add("survey", Judged, "", ("assessor", "nation"), ("respondents", "all"), ("survey_valid", "1000"), ("survey_satisfied", "900"));
        foreach (var veto in new[] { "exam_admission", "illegal_selection", "key_schools", "key_classes" })
            Add("veto", Judged, "", ("veto", veto), ("veto_result", "none"), ("decided_on", "2024-10-01"), ("evidence", "paper"));
    }

    public string Code { get; }

    public IReadOnlyList<Dictionary<string, string>> Rows(string dataset) => tables.GetValueOrDefault(dataset) ?? [];

    public void Add(string dataset, int year, string school, params (string Field, string Value)[] cells)
    {
        var row = cells.ToDictionary(cell => cell.Field, cell => cell.Value, StringComparer.Ordinal);
        row["year"] = Text(year);
        row["county_code"] = Code;
        row["school_code"] = row["unit_code"] = Code + school;
        if (!tables.TryGetValue(dataset, out var rows)) tables[dataset] = rows = [];
        rows.Add(row);
    }

    /// <summary>Changes a field of the rows of one school (or, with "", of the county) in one year.</summary>
    public CountyFiling Set(string dataset, int year, string school, string field, string value, Func<Dictionary<string, string>, bool>? of = null)
    {
        foreach (var row in Of(dataset, year, school, of)) row[field] = value;
        return this;
    }

    public CountyFiling Remove(string dataset, int year, string school, Func<Dictionary<string, string>, bool>? of = null)
    {
        var gone = Of(dataset, year, school, of);
        tables[dataset].RemoveAll(gone.Contains);
        return this;
    }

    public CountyFiling Fact(string field, string value, int year = Judged) => Set("county_fact", year, "", field, value);

    public CountyFiling Stage(string school, string field, string value, int year = Judged) => Set("stage", year, school, field, value);

    /// <summary>A school disappears with all that it files.</summary>
    public CountyFiling Close(params string[] schools)
    {
        foreach (var rows in tables.Values)
            rows.RemoveAll(row => schools.Any(school => row["school_code"] == Code + school));
        return this;
    }

    /// <param name="item">Indicator and part, as in <c>09a</c>.</param>
    public CountyFiling Judge(string school, string item, string assessor, string result, string date = "2024-11-05", string evidence = "paper")
    {
        Add("judgement", Judged, school, ("indicator", item[..2]), ("part", item[2..]), ("assessor", assessor), ("decided_on", date), ("result", result), ("evidence", evidence));
        return this;
    }

    public CountyFiling Rejudge(string school, string item, string result, string date = "2024-11-05", string evidence = "paper") =>
        Unjudge(school, item).Judge(school, item, "self", result, date, evidence);

    public CountyFiling Unjudge(string school, string item) =>
        Remove("judgement", Judged, school, row => row["indicator"] + row["part"] == item);

    /// <summary>The same filing so many years before. Decisions keep their dates: a later one counts as well.</summary>
    public CountyFiling Earlier(int years)
    {
        foreach (var row in tables.Values.SelectMany(rows => rows))
            row["year"] = Text(int.Parse(row["year"], CultureInfo.InvariantCulture) - years);
        return this;
    }

    List<Dictionary<string, string>> Of(string dataset, int year, string school, Func<Dictionary<string, string>, bool>? of) =>
        Rows(dataset).Where(row => row["year"] == Text(year) && row["school_code"] == Code + school && of?.Invoke(row) != false).ToList();

    void AddSchool(int year, string school, string type, string area, params (string Stage, int Pupils, int Classes, int Teachers)[] stages)
    {
        Add("school", year, school, ("school_name", "school " + school), ("school_type", type), ("area", area), ("founder", "public"), ("boarding", "no"), ("village", "no"));
        foreach (var stage in stages)
        {
            Add("stage", year, school, ("stage", stage.Stage), ("pupils", Text(stage.Pupils)), ("classes", Text(stage.Classes)), ("teachers", Text(stage.Teachers)),
                ("teachers_certified", Text(stage.Teachers)), ("teachers_trained", Text(stage.Teachers)),
                ("pupils_in_zone", Text(stage.Pupils)), ("entrants", Text(Math.Min(100, stage.Pupils))), ("entrants_in_zone", Text(Math.Min(100, stage.Pupils))));
        }
    }

    void AddFacts(int year) => Add("county_fact", year, "",
        ("special_funds", "700000"), ("special_pupils", "100"), ("teacher_pay_average", "90000"), ("civil_servant_pay_average", "88000"),
        ("teachers_rotation_eligible", "100"), ("teachers_rotated", "20"), ("teachers_rotated_backbone", "10"),
        ("senior_places_planned", "200"), ("senior_places_allocated", "120"), ("senior_places_rural", "60"),
        ("migrant_children_eligible", "100"), ("migrant_children_public", "80"), ("migrant_children_purchased", "10"),
        ("disabled_children", "100"), ("disabled_children_enrolled", "98"),
        ("junior_graduates", "97"), ("cohort_entrants", "100"), ("cohort_transfers_in", "0"), ("cohort_transfers_out", "0"), ("cohort_deaths", "0"),
        ("quota_primary", "700"), ("quota_junior", "900"));

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
