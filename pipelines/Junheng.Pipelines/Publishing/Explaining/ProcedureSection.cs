using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>The steps a county took towards recognition up to a year, with their dates, documents and cells.</summary>
static class ProcedureSection
{
    const string StepsSql = """
        select filed.step, filed.year, cast(filed.done_on as varchar) as done_on, filed.step_result, filed.document, filed.file, filed.row,
            state.basic_recognised_on is not null as recognised, state.years_since_basic
        from filed_procedure as filed
        join county_procedure as state on state.county_code = filed.county_code and state.year = $year
        where filed.county_code = $county and filed.year <= $year
        order by filed.year, filed.done_on nulls first, filed.row
        """;

    public static IEnumerable<Section> Of(SnapshotReader reader, int year, string county, CancellationToken cancellation)
    {
        if (reader.Snapshot.Table("county_procedure") is null) yield break;
        var steps = Judged.All(reader.Query(StepsSql, cancellation, ("year", year), ("county", county))).ToList();
        if (steps.Count == 0)
        {
            yield return new Section("procedure", [new Statement("explain.procedure.none")]);
            yield break;
        }

        yield return new Section("procedure",
        [
            .. steps[0]["years_since_basic"] is null ? Array.Empty<Block>() : [new Statement("explain.procedure.since", ("years", steps[0].Whole("years_since_basic")))],
            new Grid("procedure", ["step", "date", "step_result", "document", "cell"],
            [
                .. steps.Select(IReadOnlyList<object?> (step) =>
                [
                    new Said("step", step.Text("step")),
                    step.TextOrNull("done_on") ?? step.Whole("year").ToString(System.Globalization.CultureInfo.InvariantCulture),
                    step.TextOrNull("step_result") is { } result ? new Said("step_result", result) : new Said("source", "not_filed"),
                    step.Text("document"),
                    FormattableString.Invariant($"{step.Text("file")} {step.Whole("row")}"),
                ]),
            ]),
        ]);
    }
}
