using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Plans;

/// <summary>Whether the counties of a plan keep what it demands of their finance, rule by rule.</summary>
public static class FinanceWatch
{
    const string Rules = """
        select
            plan_id, county_code, year, rule, part, kind,
            case when $zh then county_name else county_name_en end as county_name,
            case when $zh then name_zh else name_en end as rule_name,
            value_before, value, change, held_against, years, units, units_failing, units_unknown, verdict, reason,
            case when $zh then why_zh else why_en end as why,
            evidence, in_force, rests_on, quote
        from finance_watch
        where plan_id = $plan and year = $year and ($county is null or county_code = $county)
        order by sort_order, rule, part
        """;

    // Each quotation once, in the order of the document.
    const string Quotes = """
        select rests_on, quote, min(sort_order) as place
        from finance_rule
        where plan_id = $plan
        group by rests_on, quote
        order by place, quote
        """;

    public static RowSet Of(SnapshotReader reader, string plan, int year, string? county, bool chinese, CancellationToken cancellation) =>
        reader.Query(Rules, cancellation, ("plan", plan), ("year", year), ("county", county), ("zh", chinese));

    /// <summary>The words each rule rests on: the plan's own, or the rule pack's where the plan is silent.</summary>
    public static RowSet QuotesOf(SnapshotReader reader, string plan, CancellationToken cancellation) => reader.Query(Quotes, cancellation, ("plan", plan));
}
