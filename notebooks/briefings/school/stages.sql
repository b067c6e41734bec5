-- Its stages: pupils, classes, and the verdict by the school rule.
select
    case school_stage.stage when 'primary' then case $lang when 'en' then 'Primary' else '小学' end else case $lang when 'en' then 'Junior' else '初中' end end as stage,
    coalesce(pupils::bigint::varchar, '?')                                                           as pupils,
    coalesce(classes::bigint::varchar, '?')                                                          as classes,
    coalesce(meets_count::varchar, '—')                                                              as meets,
    coalesce(near_count::varchar, '—')                                                               as near,
    coalesce(below_count::varchar, '—')                                                              as below,
    coalesce(unknown_count::varchar, '—')                                                            as unknown,
    case verdict
        when 'met'     then case $lang when 'en' then 'met' else '达标' end
        when 'not_met' then case $lang when 'en' then 'not met' else '未达标' end
        when 'unknown' then case $lang when 'en' then 'unknown' else '不能判定' end
        else case $lang when 'en' then 'not judged' else '不在评估范围' end
    end as verdict
from school_stage
left join school_verdict using (year, school_code, stage)
where year = $year and school_code = $school and stage in ('primary', 'junior')
order by school_stage.stage desc
