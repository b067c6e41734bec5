namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>计划台账: who will be in time, each condition with the pace it needs, each task with its state.</summary>
static class LedgerSheets
{
    static readonly TabulatedSheet Counties = new("ledger_counties", """
        marked as (select * from plan_ledger where year = $year and ($county is null or county_code = $county))
        select
            marked.plan_id, marked.county_code, case when $zh then marked.county_name else marked.county_name_en end as county_name, ranking.rank, marked.outlook, standard_year, recognition_year, recognition_level,
            strength, marked.target_year, target_on, marked.overdue_years, marked.conditions, marked.met, not_met, marked.unknown, worst_conditions, case when $zh then marked.reasons else marked.reasons_en end as reasons
        from marked
        left join ranking using (plan_id, year, county_code)
        order by marked.plan_id, marked.sort_order, marked.county_code
        """, ["plan_ledger", "ranking"], FrozenColumns: 3);

    static readonly TabulatedSheet Conditions = new("ledger_conditions", """
        marked as (select * from plan_condition where year = $year and ($county is null or county_code = $county))
        select
            plan_id, county_code, county_name, condition, case when $zh then name_zh else name_en end as condition_name, stage, outlook, verdict, value, target, distance,
            case when $zh then unit else unit_en end as unit, target_year, pace_needed, pace_achieved, basis
        from marked
        join county_word using (county_code)
        order by plan_id, county_code, sort_order, condition
        """, ["plan_condition"], FrozenColumns: 5);

    /// <summary>Tasks of the plan: those of the city have no county.</summary>
    public static readonly TabulatedSheet Tasks = new("ledger_tasks", """
        marked as (select * from plan_task_progress where (period = '' or cast(period as integer) <= $year + 1) and ($county is null or county_code = $county))
        select
            plan_id, county_code, county_name, task, case when $zh then name_zh else name_en end as task_name, period, state, due_on, planned, done,
            case when $zh then unit_zh else unit_en end as unit, share, departments, reported_on, reported_by, evidence
        from marked
        left join county_word using (county_code)
        left join (
            select plan_id, duty, string_agg(case when $zh then department else department_en end, case when $zh then '、' else ', ' end order by sort_order, department) as departments
            from plan_department where role <> 'with' group by plan_id, duty
        ) as office using (plan_id, duty)
        order by plan_id, sort_order, task, county_code, period
        """, ["plan_task_progress"], FrozenColumns: 4);

    public static readonly IReadOnlyList<TabulatedSheet> All = [Counties, Conditions, Tasks];
}
