-- grain: year, school_code, stage, indicator, part
-- inputs: school_rooms, school_size, class_size, unit_funding, unit_ratio, school_judgement
-- What is judged school by school, class by class or by accounting unit, formula by formula. Exceptions are for rooms and size only.

select * from school_rooms
union all
select * from school_size
union all
select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from class_size
union all
select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from unit_funding
union all
select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from unit_ratio
union all
select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from school_judgement
