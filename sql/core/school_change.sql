-- grain: year, county_code_now, side, school_code
-- inputs: school_as_now, school_link, filed_lineage
-- clause: docs/method/time.md
-- Each school that a county has this year (side `after`) or had last year (`before`): did it stay, come, go, or did the boundary move over it? Only filed lineage explains a
-- school that came or went; `unexplained` says that nothing does.

with county_year as (
    select earlier.year + 1 as year, earlier.county_code_now
    from (select distinct year, county_code_now from school_as_now) as earlier
    join (select distinct year, county_code_now from school_as_now) as later on later.year = earlier.year + 1 and later.county_code_now = earlier.county_code_now
),

sides as (
    select county_year.year, county_year.county_code_now, 'before' as side, school_as_now.school_code
    from county_year
    join school_as_now on school_as_now.year = county_year.year - 1 and school_as_now.county_code_now = county_year.county_code_now
    union all
    select county_year.year, county_year.county_code_now, 'after', school_as_now.school_code
    from county_year
    join school_as_now on school_as_now.year = county_year.year and school_as_now.county_code_now = county_year.county_code_now
),

-- Where its counterparts of the other year stand.
counterpart as (
    select school_link.year, 'after' as side, school_link.school_code, there.county_code_now
    from school_link
    join school_as_now as there on there.year = school_link.year - 1 and there.school_code = school_link.school_code_before
    union all
    select school_link.year, 'before', school_link.school_code_before, there.county_code_now
    from school_link
    join school_as_now as there on there.year = school_link.year and there.school_code = school_link.school_code
),

placed as (
    select
        sides.year,
        sides.county_code_now,
        sides.side,
        sides.school_code,
        count(counterpart.school_code) > 0 as elsewhere,
        coalesce(bool_or(counterpart.county_code_now = sides.county_code_now), false) as stayed
    from sides
    left join counterpart on counterpart.year = sides.year and counterpart.side = sides.side and counterpart.school_code = sides.school_code
    group by sides.year, sides.county_code_now, sides.side, sides.school_code
),

-- What lineage says of a school that came, or went: a new code or name alone moves nobody.
told as (
    select year, 'after' as side, school_code, event from filed_lineage where event <> 'closed'
    union all
    select year, 'before', school_code, event from filed_lineage where event in ('closed', 'moved')
    union all
    select year, 'before', predecessor_code, event from filed_lineage where predecessor_code is not null
),

event as (
    select year, side, school_code, min(event) as event
    from told
    where event <> 'renamed'
    group by year, side, school_code
)

select
    placed.year,
    placed.county_code_now,
    placed.side,
    placed.school_code,
    case
        when placed.stayed then 'same'
        when placed.elsewhere and coalesce(event.event, 'recoded') = 'recoded' then 'boundary'
        when event.event is null then 'unexplained'
        when placed.side = 'after' then 'entered'
        else 'left'
    end as cause,
    coalesce(event.event, '') as event
from placed
left join event on event.year = placed.year and event.side = placed.side and event.school_code = placed.school_code
