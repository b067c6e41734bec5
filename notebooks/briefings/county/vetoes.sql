-- The vetoes, a row each.
select
    case $lang when 'en' then name_en else name_zh end as name,
    case verdict
        when 'met'     then case $lang when 'en' then 'none found' else '未发现' end
        when 'not_met' then case $lang when 'en' then 'found' else '发现' end
        else case $lang when 'en' then 'unknown' else '不能判定' end
    end as verdict
from county_veto
where year = $year and county_code = $county
order by veto
