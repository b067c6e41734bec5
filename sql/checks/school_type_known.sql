-- inputs: school, rule_school_type
-- severity: error
-- A kind of school the rule pack does not list has no stages and no scope: nobody would judge it.

select
    school.file,
    school.sheet,
    school.row,
    'school_type' as "column",
    school.school_type as value,
    concat(school.school_name, '的办学类型「', school.school_type, '」不在规则包中') as what,
    concat(school.school_name, ': the kind of school "', school.school_type, '" is not in the rule pack') as what_en,
    '在列映射的 values 中改为规则包 school_types 所列的词' as fix,
    'Map it, under values in the column map, to a word that the pack lists under school_types' as fix_en
from school
left join rule_school_type on rule_school_type.school_type = school.school_type
where rule_school_type.school_type is null
order by school.year, school.school_code
