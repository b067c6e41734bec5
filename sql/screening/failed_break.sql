-- grain: check_name, year, unit_code, stage, subject, field
-- inputs: filed_amount, check_rule, field
-- clause: North Carolina, district 600, 2016: the share of teachers with an advanced degree halves in nearly every school and returns the year after
-- A definition that changed for a year: in most schools of a county the value for each pupil falls and comes back together. One finding for each county, stage and field.

with share as (
    select amount.*, cast(amount.amount as double) / cast(pupils.amount as double) as ratio
    from filed_amount as amount
    join filed_amount as pupils
        on pupils.year = amount.year
        and pupils.unit_code = amount.unit_code
        and pupils.stage = amount.stage
        and pupils.field = 'pupils'
    where amount.dataset = 'stage' and amount.field <> 'pupils' and pupils.amount > 0
),

tracked as (
    select
        check_rule.check_name,
        now.*,
        now.ratio <= cast(check_rule.limit_value as double) * least(before.ratio, after.ratio) as fell,
        check_rule.share,
        check_rule.least
    from check_rule
    cross join share as now
    join share as before
        on before.year = now.year - 1 and before.unit_code = now.unit_code and before.stage = now.stage and before.field = now.field
    join share as after
        on after.year = now.year + 1 and after.unit_code = now.unit_code and after.stage = now.stage and after.field = now.field
    where check_rule.kind = 'break' and before.ratio > 0 and after.ratio > 0
),

county_wide as (
    select check_name, year, county_code, stage, field, count(*) as schools, count(*) filter (where fell) as fallen
    from tracked
    group by check_name, year, county_code, stage, field, share, least
    having count(*) >= least and count(*) filter (where fell) >= share * count(*)
)

select
    county_wide.check_name,
    county_wide.year,
    county_wide.county_code as unit_code,
    county_wide.stage,
    '' as subject,
    county_wide.field,
    county_wide.county_code,
    county_wide.county_code as unit_name,
    tracked.dataset,
    tracked.file,
    tracked.sheet,
    tracked.row,
    tracked.columns,
    cast(tracked.amount as double) as value,
    concat(field.zh, '：', county_wide.schools, '所学校中', county_wide.fallen, '所当年骤降、次年恢复') as detail_zh,
    concat(field.en, ': in ', county_wide.fallen, ' of ', county_wide.schools, ' schools it drops in this year and returns in the next') as detail_en
from county_wide
join tracked
    on tracked.check_name = county_wide.check_name
    and tracked.year = county_wide.year
    and tracked.county_code = county_wide.county_code
    and tracked.stage = county_wide.stage
    and tracked.field = county_wide.field
    and tracked.fell
join field on field.field = county_wide.field
qualify row_number() over (partition by county_wide.check_name, county_wide.year, county_wide.county_code, county_wide.stage, county_wide.field order by tracked.unit_code) = 1
