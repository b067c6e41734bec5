-- grain: year, school_code, school_code_before
-- inputs: school, filed_lineage
-- Which school of this year's register is which of last year's: by its code, or by the lineage that was filed. Without either, none is guessed.

with linked as (
    select year, school_code, school_code as school_code_before, '' as event from school
    union all
    select year, school_code, predecessor_code, event
    from filed_lineage
    where event in ('recoded', 'merged', 'split') and predecessor_code is not null
)

select linked.year, linked.school_code, linked.school_code_before, max(linked.event) as event
from linked
join school as later on later.year = linked.year and later.school_code = linked.school_code
join school as earlier on earlier.year = linked.year - 1 and earlier.school_code = linked.school_code_before
group by linked.year, linked.school_code, linked.school_code_before
