namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>One column of a workbook's lists. Its heading is the text <c>sheet.(name)</c>, its meaning what the catalog says of it.</summary>
/// <param name="Name">As the query calls it, and mostly the snapshot's table too.</param>
/// <param name="Width">In characters.</param>
/// <param name="Terms">Of <see cref="Look.Term"/> and <see cref="Look.Judged"/>: the texts <c>(terms).(value)</c> have the words.</param>
public sealed record TabulatedColumn(string Name, Look Look, double Width, string Terms = "")
{
    static readonly Dictionary<string, TabulatedColumn> Known = new TabulatedColumn[]
    {
        new("plan_id", Look.Code, 12), new("year", Look.Year, 7), new("county_code", Look.Code, 9), new("county_name", Look.Words, 15), new("school_code", Look.Code, 13), new("school_name", Look.Words, 24),
        new("stage", Look.Term, 7, "stage"), new("indicator", Look.Code, 6), new("indicator_name", Look.Words, 24), new("part_name", Look.Words, 34),
        new("verdict", Look.Judged, 11, "verdict"), new("overall", Look.Judged, 11, "verdict"), new("resource", Look.Judged, 11, "verdict"), new("coefficient", Look.Judged, 11, "verdict"),
        new("government", Look.Judged, 11, "verdict"), new("quality", Look.Judged, 11, "verdict"), new("satisfaction", Look.Judged, 11, "verdict"), new("veto", Look.Judged, 11, "verdict"),
        new("band", Look.Judged, 11, "band"), new("outlook", Look.Judged, 10, "outlook"), new("state", Look.Judged, 12, "task_state"), new("remedy_state", Look.Judged, 12, "remedy_state"),
        new("basis", Look.Term, 8, "outlook_basis"), new("strength", Look.Term, 8, "strength"), new("recognition_level", Look.Term, 9, "level"), new("role", Look.Term, 9, "gap.role"), new("role_all", Look.Term, 9, "gap.role"),
        new("reasons", Look.Sentence, 60), new("reason", Look.Sentence, 34), new("evidence", Look.Sentence, 30), new("flags", Look.Words, 16), new("note", Look.Sentence, 26), new("problem", Look.Sentence, 44),
        new("failing", Look.Sentence, 22), new("open", Look.Sentence, 22), new("worst_conditions", Look.Sentence, 20), new("condition", Look.Code, 14), new("condition_name", Look.Words, 30),
        new("unit", Look.Words, 11), new("shortfall_unit", Look.Words, 11), new("certainty", Look.Term, 11, "certainty"),
        new("value", Look.Number, 14), new("threshold", Look.Number, 11), new("floor", Look.Number, 11), new("numerator", Look.Number, 14), new("denominator", Look.Number, 13), new("shortfall", Look.Number, 15),
        new("pupils", Look.Number, 10), new("classes", Look.Number, 8), new("schools", Look.Number, 8), new("registered", Look.Number, 8), new("total", Look.Number, 14), new("mean", Look.Number, 13), new("sd", Look.Number, 13),
        new("cv", Look.Coefficient, 10), new("cv_limit", Look.Coefficient, 9),
        new("meets_count", Look.Number, 8), new("near_count", Look.Number, 8), new("below_count", Look.Number, 8), new("unknown_count", Look.Number, 8),
        new("units_in_scope", Look.Number, 9), new("units_failing", Look.Number, 9), new("units_unknown", Look.Number, 9),
        new("schools_short", Look.Number, 8), new("schools_left_at_floor", Look.Number, 9), new("schools_unknown", Look.Number, 8), new("gaps_unknown", Look.Number, 8),
        new("amount", Look.Number, 15), new("price", Look.Money, 12), new("cost", Look.Money, 16), new("to_threshold", Look.Number, 16), new("left_at_floor", Look.Term, 8, "yes_no"),
        new("department", Look.Words, 22), new("departments", Look.Words, 26), new("involved", Look.Words, 26), new("standard_year", Look.Year, 8), new("recognition_year", Look.Year, 8), new("target_year", Look.Year, 8), new("target_on", Look.Date, 12),
        new("rank", Look.Number, 7), new("overdue_years", Look.Number, 9), new("conditions", Look.Number, 8), new("met", Look.Number, 8), new("not_met", Look.Number, 8), new("unknown", Look.Number, 8),
        new("target", Look.Number, 15), new("distance", Look.Number, 15), new("pace_needed", Look.Number, 15), new("pace_achieved", Look.Number, 15),
        new("task", Look.Code, 9), new("task_name", Look.Sentence, 40), new("period", Look.Code, 8), new("planned", Look.Number, 10), new("done", Look.Number, 10), new("share", Look.Coefficient, 9),
        new("in_year", Look.Year, 8), new("present", Look.Number, 14), new("moved", Look.Number, 8), new("added", Look.Number, 14), new("after_plan", Look.Number, 14),
        new("pupils_of", Look.Term, 12, "pupils_of"), new("from_code", Look.Code, 13), new("from_school", Look.Words, 24), new("to_code", Look.Code, 13), new("to_school", Look.Words, 24),
        new("due_on", Look.Date, 12), new("reported_on", Look.Date, 12), new("reported_by", Look.Words, 14),
        new("measure", Look.Sentence, 30), new("measure_kind", Look.Term, 8, "measure_kind"), new("measure_amount", Look.Number, 10), new("measure_cost", Look.Money, 14), new("funds_source", Look.Words, 14),
        new("responsible_office", Look.Words, 16), new("responsible_person", Look.Words, 10), new("starts_on", Look.Date, 12), new("ends_on", Look.Date, 12), new("committed", Look.Term, 7, "yes_no"), new("closed", Look.Term, 7, "yes_no"), new("closed_on", Look.Date, 12),
    }.ToDictionary(column => column.Name, StringComparer.Ordinal);

    /// <summary>The column of that name; one that nobody described is a fault of ours.</summary>
    public static TabulatedColumn Of(string name) => Known[name];

    public static IEnumerable<TabulatedColumn> All => Known.Values;
}
