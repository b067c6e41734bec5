-- The survey's share, in one row; none where it is not known.
select
    printf('%.1f%%', value)                                          as share,
    'county_indicator ' || $year || ' ' || $county || ' ' || stage || ' ' || indicator as share_explain,
    rtrim(rtrim(printf('%.2f', threshold), '0'), '.') || '%'         as standard,
    verdict = 'met'                                                  as met
from county_indicator
where year = $year and county_code = $county and dimension = 'satisfaction' and part = '' and value is not null and verdict in ('met', 'not_met')
