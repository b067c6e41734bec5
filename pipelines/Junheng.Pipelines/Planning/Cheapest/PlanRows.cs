using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>A plan as rows: what each school gets of what, in which year, and what it costs.</summary>
public static class PlanRows
{
    public static readonly IReadOnlyList<string> Columns =
        ["county_code", "in_year", "school_code", "school_name", "stage", "indicator", "indicator_name", "present", "moved", "added", "planned", "unit", "price", "cost", "pupils_of"];

    const string Names = """
        select 'school' as kind, school_code as code, '' as stage, school_name as name, '' as unit from school where year = $year and county_code = $county
        union all
        select 'indicator', rule_indicator.indicator, rule.stage, case when $zh then rule_indicator.short_zh else rule_indicator.short_en end,
            case when $zh then rule.shortfall_unit_zh else rule.shortfall_unit_en end
        from rule_indicator
        join rule on rule.indicator = rule_indicator.indicator and rule.part = ''
        order by all
        """;

    public static RowSet Of(SnapshotReader reader, CountyProblem problem, CountyPlan plan, Phasing phasing, PlanEnrolment enrolment, string county, int year, bool chinese,
        CancellationToken cancellation)
    {
        var names = reader.Query(Names, cancellation, ("year", year), ("county", county), ("zh", chinese)).Rows
            .GroupBy(row => ((string)row[0]!, (string)row[1]!)).ToDictionary(group => group.Key, group => (Name: group.First()[3] as string, Unit: group.First()[4] as string));
        var projected = enrolment.Stages.Where(stage => stage.Kept.Length == 0).Select(stage => stage.Stage).ToHashSet(StringComparer.Ordinal);
        var net = plan.Changes.ToDictionary(change => change.Lever, change => change.Net);
        return new RowSet(Columns, phasing.Years.Select(IReadOnlyList<object?> (one) =>
        {
            var lever = problem.Levers[one.Lever];
            var indicator = names.GetValueOrDefault(("indicator", lever.Indicator));
            return
            [
                county, one.Year, lever.School, names.GetValueOrDefault(("school", lever.School)).Name, lever.Stage, lever.Indicator, indicator.Name,
                Decimal(lever.Present), (long)one.Moved, (decimal)one.Added, Decimal(lever.Present + new Rational(net[one.Lever], 1)), indicator.Unit, lever.Price,
                (lever.Price * (decimal)one.Added) + (one.Moved > 0 ? problem.MovePrice * (decimal)one.Moved : 0),
                problem.Standings.Where(standing => standing.Lever == one.Lever).All(standing => projected.Contains(standing.Stage)) ? "projected" : "latest",
            ];
        }).ToList());
    }

    static decimal Decimal(Rational number) => decimal.Parse(number.ToTruncatedDecimal(6), System.Globalization.CultureInfo.InvariantCulture);
}
