using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Plans;

/// <summary>What a plan wants when, for whom and by which office, seen from one day: the overdue first.</summary>
public static class PlanCalendar
{
    // A report made after the day one stands on is not known yet. What recurs counts as overdue within the window only; `plan_task_progress` has the years before.
    const string Sql = """
        with offices as (
            select
                plan_id,
                duty,
                string_agg(case when $zh then department else department_en end, case when $zh then '、' else ', ' end
                    order by case role when 'lead' then 1 when 'with' then 2 else 3 end, sort_order) as departments,
                string_agg(case when $zh then department else department_en end, case when $zh then '、' else ', ' end
                    order by sort_order) filter (where role = 'lead') as lead
            from plan_department
            group by plan_id, duty
        ),
        seen as (
            select
                plan_calendar.*,
                plan_task.duty,
                case
                    when reported_on is null or reported_on > cast($as_of as date) or not closed then false
                    else evidence is not null
                end as is_closed,
                coalesce(reported_on <= cast($as_of as date) and closed and evidence is null, false) as is_claimed
            from plan_calendar
            left join plan_task on plan_calendar.kind = 'task' and plan_task.plan_id = plan_calendar.plan_id and plan_task.task = plan_calendar.item
        ),
        judged as (
            select
                *,
                case
                    when is_closed then 'closed'
                    when before_issue then 'before_issue'
                    when is_claimed then 'claimed'
                    when due_on >= cast($as_of as date) then 'due'
                    when kind = 'task' then 'overdue'
                    else 'passed'
                end as state
            from seen
        )
        select
            judged.due_on,
            date_diff('day', cast($as_of as date), judged.due_on) as days_left,
            judged.state,
            judged.plan_id,
            judged.kind,
            judged.item,
            judged.county_code,
            case when $zh then judged.county_name else judged.county_name_en end as county_name,
            case when $zh then judged.name_zh else judged.name_en end as what,
            offices.lead,
            offices.departments,
            judged.due_every as every,
            judged.precision,
            judged.quote
        from judged
        left join offices on offices.plan_id = judged.plan_id and offices.duty = judged.duty
        where ($all or state <> 'closed')
            and ($county is null or judged.county_code = $county)
            and (
                extract(year from judged.due_on) = $year
                or ($overdue and judged.due_every = 'once' and state in ('overdue', 'claimed') and extract(year from judged.due_on) < $year)
            )
        order by state = 'overdue' desc, judged.due_on, judged.plan_id, judged.kind, judged.sort_order, judged.item, judged.county_code
        """;

    /// <param name="year">The year whose days are listed.</param>
    /// <param name="overdue">Also what fell due once in earlier years and is not closed.</param>
    /// <param name="all">Also what is closed.</param>
    public static RowSet Of(SnapshotReader reader, DateOnly asOf, int year, bool overdue, bool all, string? county, bool chinese, CancellationToken cancellation) =>
        reader.Query(
            Sql, cancellation, ("as_of", asOf.ToString("O", null)), ("year", year), ("overdue", overdue), ("all", all), ("county", county), ("zh", chinese));

    /// <summary>Yearly duties of the years before that nobody reported as closed: they are counted, not listed.</summary>
    public static long EarlierOpen(SnapshotReader reader, int year, CancellationToken cancellation) => Convert.ToInt64(
        reader.Query(
            "select count(*) from plan_task_progress where overdue and period <> '' and cast(period as integer) < $year", cancellation, ("year", year)).Rows[0][0],
        System.Globalization.CultureInfo.InvariantCulture);
}
