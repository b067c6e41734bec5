-- The parameters in force.
select name, value, case $lang when 'en' then meaning_en else meaning_zh end as meaning
from parameter
order by name
