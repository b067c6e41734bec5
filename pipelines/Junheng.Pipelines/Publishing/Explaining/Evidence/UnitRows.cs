namespace Junheng.Pipelines.Publishing.Explaining.Evidence;

/// <summary>Money of accounting units, and what it is held against. The unit is the item of its rows.</summary>
static class UnitRows
{
    const string Units = CountedRows.Results + """
        , unit as (
            select unit_code, bool_or(decisive) as decides from result group by unit_code
        ),
        money as (
            select
                member.school_code as judged, member.school_code as unit, rule_input.role, unit.unit_code as item, $year - rule_input.lag as year, rule_input.filed_stage as stage,
                'school' as home, rule_input.field, unit.decides, rule_input.sign
            from unit
            join school as member on member.year = $year and member.county_code = $county and member.budget_unit_code = unit.unit_code
            join rule_input
                on rule_input.indicator = $indicator and rule_input.part = $part and rule_input.stage = $stage and rule_input.chosen and rule_input.role in ('numerator', 'denominator')
            join filed_school_finance as finance on finance.year = $year - rule_input.lag and finance.school_code = member.school_code
        )
        """;

    /// <summary>What the unit has of one sum and of the other.</summary>
    public const string Ratio = Units + """
        select * from money order by decides desc, item, role desc, judged, field
        """;

    /// <summary>What the unit got, its pupils, and the county's quotas; a small school's pupils are counted as more.</summary>
    public const string Funding = Units + """
        , small as (
            select school_code from school_rule_result where year = $year and county_code = $county and indicator = $indicator and part = $part and stage = $stage
        ),
        quota as (
            select field, lag, filed_stage from rule_input where indicator = $indicator and part = $part and stage = $stage and role = 'quota'
        ),
        row_of as (
            select * from money
            union all by name
            select
                member.school_code as judged, member.school_code as unit, case when member.school_code in (select school_code from small) then 'raised' else 'pupils' end as role,
                unit.unit_code as item, $year - case when (select bool_or(name = 'small_school_pupils' and value = 'fund_year') from parameter) then quota.lag else 0 end as year,
                school_stage.stage, 'school' as home, 'pupils' as field, unit.decides
            from unit
            join school as member on member.year = $year and member.county_code = $county and member.budget_unit_code = unit.unit_code
            join school_stage on school_stage.year = $year and school_stage.school_code = member.school_code and coalesce(school_stage.pupils <> 0, true)
            join quota on quota.filed_stage = school_stage.stage
            union all by name
            select $county as judged, $county as unit, 'quota' as role, $year - lag as year, filed_stage as stage, 'county' as home, field, bool_or(unit.decides) as decides
            from quota
            cross join unit
            where filed_stage in (
                select school_stage.stage
                from school as member
                join school_stage on school_stage.year = $year and school_stage.school_code = member.school_code and coalesce(school_stage.pupils <> 0, true)
                where member.year = $year and member.county_code = $county and member.budget_unit_code in (select unit_code from unit)
            )
            group by field, lag, filed_stage
        )
        select * from row_of order by decides desc, item nulls first, role, judged, stage desc, field
        """;
}
