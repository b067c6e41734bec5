-- inputs: filed_lineage, school, source_column
-- severity: warning
-- Lineage that the registers contradict, or that does not say of which school it came: it would explain nothing. A year without a register contradicts nothing.

with doubt as (
    select
        filed_lineage.*,
        exists (select 1 from school where school.year = filed_lineage.year and school.school_code = filed_lineage.school_code) as is_there,
        exists (select 1 from school where school.year = filed_lineage.year - 1 and school.school_code = filed_lineage.school_code) as was_there,
        exists (select 1 from school where school.year = filed_lineage.year - 1 and school.school_code = filed_lineage.predecessor_code) as predecessor_was_there,
        exists (select 1 from school where school.year = filed_lineage.year) as has_register,
        exists (select 1 from school where school.year = filed_lineage.year - 1) as has_earlier_register
    from filed_lineage
),

told as (
    select
        *,
        case
            when event = 'closed' and is_there then 'still_there'
            when event = 'closed' and has_earlier_register and not was_there then 'was_not_there'
            when event <> 'closed' and has_register and not is_there then 'not_there'
            when event = 'opened' and was_there then 'was_there'
            when event in ('merged', 'split', 'recoded') and predecessor_code is null then 'no_predecessor'
            when event in ('merged', 'split', 'recoded') and has_earlier_register and not predecessor_was_there then 'predecessor_unknown'
        end as problem
    from doubt
),

placed as (
    select *, case when problem in ('no_predecessor', 'predecessor_unknown') then 'predecessor_code' else 'school_code' end as field
    from told
    where problem is not null
)

select
    placed.file,
    placed.sheet,
    placed.row,
    concat_ws(' ', source_column."column", placed.field) as "column",
    case when placed.field = 'predecessor_code' then coalesce(predecessor_code, '') else school_code end as value,
    case problem
        when 'still_there' then concat('学校 ', school_code, ' 记为撤销，但今年仍在登记表中')
        when 'was_not_there' then concat('学校 ', school_code, ' 记为撤销，但上年不在登记表中')
        when 'not_there' then concat('学校 ', school_code, ' 今年不在登记表中')
        when 'was_there' then concat('学校 ', school_code, ' 记为新设，但上年已在登记表中')
        when 'no_predecessor' then concat('学校 ', school_code, ' 的这项沿革没有填变更前的学校')
        else concat('变更前的学校 ', predecessor_code, ' 不在上年的登记表中')
    end as what,
    case problem
        when 'still_there' then concat('School ', school_code, ' is said to have closed and is in this year''s register')
        when 'was_not_there' then concat('School ', school_code, ' is said to have closed and is not in last year''s register')
        when 'not_there' then concat('School ', school_code, ' is not in this year''s register')
        when 'was_there' then concat('School ', school_code, ' is said to be new and is in last year''s register')
        when 'no_predecessor' then concat('This event of school ', school_code, ' does not say which school was before it')
        else concat('The school before, ', predecessor_code, ', is not in last year''s register')
    end as what_en,
    '核对年份（变更后首次统计的年份）和两个标识码' as fix,
    'Check the year (that of the first count after it) and both codes' as fix_en
from placed
left join source_column
    on source_column.file = placed.file
    and source_column.sheet = placed.sheet
    and source_column.dataset = 'lineage'
    and source_column.field = placed.field
order by placed.file, placed.sheet, placed.row
