namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>Tables in the place of those of the demo city, so that a figure has as little to show as there can be, or as much.</summary>
/// <param name="Tables">Common table expressions that bear the names of the tables.</param>
sealed record Crowd(string Name, string Tables)
{
    const string Rich = "990104";

    /// <summary>One county, one year, one school, one thing judged.</summary>
    public static Crowd Least { get; } = new("least", $"""
        county as (select * from main.county where county_code = '{Rich}'),
        county_coefficient as (select * from main.county_coefficient where county_code = '{Rich}' and stage = 'primary' and indicator = '04' and year = 2024),
        projection as (select * from main.projection where county_code = '{Rich}' and stage = 'primary' and indicator = '04'),
        trend as (select * from main.trend where county_code = '{Rich}' and stage = 'primary' and indicator = '04' and year >= 2023),
        county_indicator as (select * from main.county_indicator where county_code = '{Rich}' and indicator = '23'),
        county_gap as (select * from main.county_gap where county_code = '{Rich}' and indicator = '04'),
        ranking as (select * from main.ranking where line = 1),
        plan_ledger as (select * from main.plan_ledger where county_code = '{Rich}'),
        milestone_outlook as (select * from main.milestone_outlook where sort_order = (select min(sort_order) from main.milestone_outlook)),
        school as (select * from main.school where school_code = (select min(school_code) from main.school where county_code = '{Rich}')),
        school_verdict as (select school_verdict.* from main.school_verdict join school using (year, school_code)),
        school_indicator as (select school_indicator.* from main.school_indicator join school using (year, school_code))
        """);

    /// <summary>Sixty counties of twelve characters, twelve years, twenty milestones, schools with long names.</summary>
    public static Crowd Most { get; } = new("most", """
        crowd as (
            select
                source.county_code                                         as source_code,
                printf('98%04d', place)                                    as crowd_code,
                '示例彝族回族苗族自治县' || chr((19968 + place)::integer)           as crowd_name,
                'Shili Yi, Hui and Miao Autonomous County ' || place       as crowd_name_en,
                place
            from range(1, 61) as counted (place)
            join (select county_code, row_number() over (order by county_code) as at, count(*) over () as counties from main.county) as source
                on source.at = (counted.place - 1) % source.counties + 1
        ),
        county as (select crowd_code as county_code, crowd_name as county_name from crowd),
        plan_target as (
            select plan_target.* replace (crowd_code as county_code, crowd_name as county_name, crowd_name_en as county_name_en)
            from main.plan_target join crowd on source_code = county_code
        ),
        county_coefficient as (
            -- Of one county every other year is missing, so that its values stand alone.
            select county_coefficient.* replace (crowd_code as county_code, year - earlier as year, if(place = 5 and year % 2 = 1, null, cv) as cv)
            from main.county_coefficient join crowd on source_code = county_code cross join (values (0), (6)) as shifted (earlier)
        ),
        projection as (select projection.* replace (crowd_code as county_code) from main.projection join crowd on source_code = county_code),
        plan_condition as (select plan_condition.* replace (crowd_code as county_code) from main.plan_condition join crowd on source_code = county_code),
        trend as (
            select trend.* replace (crowd_code as county_code, year - earlier as year, case when year % 2 = 0 then 'break,jump' else flag end as flag)
            from main.trend join crowd on source_code = county_code cross join (values (0), (5)) as shifted (earlier)
            where year > 2019
            union all
            select trend.* replace (crowd_code as county_code, year - 6 as year) from main.trend join crowd on source_code = county_code where year = 2019
        ),
        county_indicator as (select county_indicator.* replace (crowd_code as county_code) from main.county_indicator join crowd on source_code = county_code),
        county_gap as (select county_gap.* replace (crowd_code as county_code, amount * 1000 as amount) from main.county_gap join crowd on source_code = county_code),
        ranking as (
            select ranking.* replace (crowd_code as county_code, crowd_name as county_name, crowd_name_en as county_name_en, place as line, place as rank, place % 3 = 0 as tied, met + 60 as met, conditions + 100 as conditions)
            from main.ranking join crowd on source_code = county_code
        ),
        plan_ledger as (
            select plan_ledger.* replace (crowd_code as county_code, crowd_name as county_name, crowd_name_en as county_name_en)
            from main.plan_ledger join crowd on source_code = county_code
        ),
        milestone_outlook as (
            select milestone_outlook.* replace (
                printf('%s-%02d', milestone, copy) as milestone,
                repeat('力争全部县（区）通过', 6) as name_zh, repeat('every county recognised at last ', 4) as name_en)
            from main.milestone_outlook cross join range(1, 21) as copied (copy)
            where sort_order = (select min(sort_order) from main.milestone_outlook)
        ),
        -- The city's own schools, each once.
        school as (select school.* replace (crowd_code as county_code, '民族团结中心寄宿制学校' as school_name) from main.school join crowd on source_code = county_code and place <= 9),
        school_verdict as (select school_verdict.* replace (crowd_code as county_code) from main.school_verdict join crowd on source_code = county_code and place <= 9),
        school_indicator as (select school_indicator.* replace (crowd_code as county_code) from main.school_indicator join crowd on source_code = county_code and place <= 9)
        """);
}
