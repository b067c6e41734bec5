-- inputs: filed_judgement, filed_veto, rule_part, rule_veto, school
-- severity: warning
-- A judgement of an item the pack does not judge so, or of a unit of another level, and a veto the pack does not list: whatever they say would be lost without a word.
-- Silent where the pack judges nothing so, as that of 2012: then it is not the row that is odd.

with known as (
    select distinct rule_part.indicator, rule_part.part, rule_part.level = 'county' as of_county
    from rule_part
    where rule_part.formula = 'judgement'
),

counties as (
    select distinct county_code from school
)

select
    filed_judgement.file,
    filed_judgement.sheet,
    filed_judgement.row,
    'indicator' as "column",
    concat(filed_judgement.indicator, filed_judgement.part) as value,
    concat(filed_judgement.unit_code, '的评判「', filed_judgement.indicator, filed_judgement.part, '」不是该层级的评判指标，没有采用') as what,
    concat(filed_judgement.unit_code, ': "', filed_judgement.indicator, filed_judgement.part, '" is not judged at this level; the row was not used') as what_en,
    '核对指标编号、分项和单位代码（县级指标用县区代码，学校指标用学校标识码）' as fix,
    'Check indicator, part and unit: a county for county items, a school for school items' as fix_en
from filed_judgement
left join counties on counties.county_code = filed_judgement.unit_code
left join known
    on known.indicator = filed_judgement.indicator
    and known.part = coalesce(filed_judgement.part, '')
    and known.of_county = (counties.county_code is not null)
where known.indicator is null and exists (select 1 from known)
union all
select
    filed_veto.file,
    filed_veto.sheet,
    filed_veto.row,
    'veto',
    filed_veto.veto,
    concat('「', filed_veto.veto, '」不在规则包的一票否决事项中，没有采用'),
    concat('"', filed_veto.veto, '" is no veto of the pack; the row was not used'),
    '改为规则包 vetoes 所列的词',
    'Map it to a word that the pack lists under vetoes'
from filed_veto
left join rule_veto on rule_veto.veto = filed_veto.veto
where rule_veto.veto is null and exists (select 1 from rule_veto)
order by 1, 2, 3
