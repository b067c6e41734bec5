using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>A county of a snapshot as a problem, or why it is none: an indicator that is not known, or has no price.</summary>
/// <param name="Unknown">School-stages and indicators that nobody can plan for, with the reason of the judging.</param>
/// <param name="Unpriced">Indicators without a unit price.</param>
public sealed record CountyCase(CountyProblem Problem, IReadOnlyList<(string School, string Stage, string Indicator, string Reason)> Unknown, IReadOnlyList<string> Unpriced)
{
    /// <summary>Whether the pack asks anything of schools or of coefficients.</summary>
    public bool HasConditions => Problem.Limits.Count > 0 || Problem.Means.Count > 0 || Problem.Standings.Any(standing => standing.Threshold is not null);

    public bool CanBePlanned => Unknown.Count == 0 && Unpriced.Count == 0;
}

/// <summary>Reads what one county has and needs in one year, from the tables it was judged by.</summary>
/// <param name="prices">Yuan by indicator and stage, that go before the snapshot's own.</param>
public sealed class CountyCaseReader(SnapshotReader reader, IReadOnlyDictionary<(string Indicator, string Stage), decimal> prices)
{
    // Persons are what is counted in 人 and stands in the staff rows of a stage: they can be moved. A private school's are not the county's to move.
    const string Standings = """
        with person as (
            select rule_term.indicator, rule_term.stage, bool_and(field.unit = '人') as persons
            from rule_term
            join field on field.field = rule_term.field
            group by rule_term.indicator, rule_term.stage
        )
        select
            school_indicator.school_code, school_indicator.stage, school_indicator.indicator, school_indicator.reason, school_indicator.band,
            cast(school_indicator.denominator as varchar), cast(school_indicator.whole_quantity as varchar),
            cast(school_indicator.weight as varchar), cast(school_indicator.weighted_pupils as varchar),
            cast(rule.times as varchar), rule.split, rule.shortfall_whole,
            cast(school_indicator.threshold as varchar), cast(school_indicator.floor as varchar),
            unit_price.price, coalesce(person.persons, false) and not rule.split and coalesce(school.founder, 'public') <> 'private' as movable
        from school_indicator
        join rule on rule.indicator = school_indicator.indicator and rule.part = school_indicator.part and rule.stage = school_indicator.stage
        join school on school.year = school_indicator.year and school.school_code = school_indicator.school_code
        left join unit_price on unit_price.indicator = school_indicator.indicator and unit_price.stage = school_indicator.stage
        left join person on person.indicator = school_indicator.indicator and person.stage = school_indicator.stage
        where school_indicator.year = $year and school_indicator.county_code = $county and school_indicator.part = ''
            and rule.dimension = 'resource' and rule.level = 'school_stage'
        order by school_indicator.school_code, school_indicator.stage = 'junior', rule.sort_order
        """;

    const string Limits = """
        select stage, indicator, cv_limit
        from county_coefficient
        where year = $year and county_code = $county and cv_limit is not null
        order by stage = 'junior', indicator
        """;

    // By the checks that hold what an indicator counts (and what is filed with it) against all teachers: more than all would be an error, and nothing known.
    const string Uncounted = """
        with held as (
            select distinct check_rule.check_name, rule_term.indicator
            from check_rule
            join check_term as whole on whole.check_name = check_rule.check_name and whole.role = 'whole' and whole.field = $field
            join check_term as part on part.check_name = check_rule.check_name and part.role = 'part'
            join rule_term on rule_term.field = part.field
            where check_rule.kind = 'sum' and check_rule.compare = 'at_most' and check_rule.severity = 'error'
        ),
        counted as (
            select held.indicator, quantity.year, quantity.school_code, quantity.stage, held.check_name, sum(quantity.amount) as amount
            from held
            join check_term on check_term.check_name = held.check_name and check_term.role = 'part'
            join school_quantity as quantity on quantity.field = check_term.field
            where quantity.year = $year
            group by all
        )
        select counted.school_code, counted.stage, counted.indicator, cast(min(all_teachers.amount - counted.amount) as varchar)
        from counted
        join school_quantity as all_teachers
            on all_teachers.year = counted.year and all_teachers.school_code = counted.school_code and all_teachers.stage = counted.stage and all_teachers.field = $field
        join school on school.year = counted.year and school.school_code = counted.school_code
        where school.county_code = $county and all_teachers.amount is not null and counted.amount is not null
        group by counted.school_code, counted.stage, counted.indicator
        order by all
        """;

    const string Means = """
        select county_composite.stage, county_composite.composite_limit, county_coefficient.indicator
        from county_composite
        join county_coefficient
            on county_coefficient.year = county_composite.year
            and county_coefficient.county_code = county_composite.county_code
            and county_coefficient.stage = county_composite.stage
        where county_composite.year = $year and county_composite.county_code = $county and county_composite.verdict <> 'not_applicable'
        order by county_composite.stage = 'junior', county_coefficient.indicator
        """;

    const string AllTeachers = "select indicator from rule_term where part = '' group by indicator having count(distinct field) = 1 and max(field) = $field order by 1";

    const string MayStayBehind = "select \"of\" - need from rule_school";

    public CountyCase Read(string county, int year, CancellationToken cancellation)
    {
        var rows = reader.Query(Standings, cancellation, ("year", year), ("county", county)).Rows;
        var unknown = rows.Where(row => row[6] is null).Select(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!)).ToList();
        var behind = reader.Query(MayStayBehind, cancellation).Rows is [var rule] ? Convert.ToInt32(rule[0], System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
        var (levers, standings, unpriced) = (new List<Lever>(), new List<Standing>(), new SortedSet<string>(StringComparer.Ordinal));
        var shared = new Dictionary<(string, string), int>();
        foreach (var row in rows.Where(row => row[6] is not null))
        {
            var (school, stage, indicator) = ((string)row[0]!, (string)row[1]!, (string)row[2]!);
            var split = (bool)row[10]!;
            if (!split || !shared.TryGetValue((school, indicator), out var lever))
            {
                if (PriceOf(indicator, stage, row[14]) is not { } price)
                {
                    unpriced.Add(indicator);
                    continue;
                }

                levers.Add(new Lever(school, split ? Models.Rules.Stages.All : stage, indicator, Number(row[6])!.Value, (bool)row[11]!, price, (bool)row[15]!));
                lever = levers.Count - 1;
                if (split) shared[(school, indicator)] = lever;
            }

            // A pack without a rule for schools asks nothing of one school.
            standings.Add(new Standing(
                school, stage, indicator, lever, Number(row[5])!.Value, Number(row[9])!.Value * Number(row[7])!.Value / Number(row[8])!.Value,
                behind is null ? null : Number(row[12]), behind is null ? null : Number(row[13])));
        }

        var problem = new CountyProblem(levers, standings, LimitsOf(county, year, cancellation), behind ?? 0)
        {
            Uncounted = UncountedOf(county, year, cancellation),
            Means = MeansOf(county, year, cancellation),
            AllTeachers = reader.Query(AllTeachers, cancellation, ("field", UncountedTeachers.Field)).Rows is [var counting, ..] ? (string)counting[0]! : null,
        };
        return new CountyCase(problem, unknown, [.. unpriced]);
    }

    decimal? PriceOf(string indicator, string stage, object? own) =>
        prices.TryGetValue((indicator, stage), out var price) ? price : own as decimal?;

    List<EvennessLimit> LimitsOf(string county, int year, CancellationToken cancellation) => reader
        .Query(Limits, cancellation, ("year", year), ("county", county)).Rows
        .Select(row => new EvennessLimit((string)row[0]!, (string)row[1]!, (decimal)row[2]!)).ToList();

    List<EvennessMean> MeansOf(string county, int year, CancellationToken cancellation) => reader.Snapshot.Table("county_composite") is null ? [] : reader
        .Query(Means, cancellation, ("year", year), ("county", county)).Rows.GroupBy(row => (Stage: (string)row[0]!, Limit: (decimal)row[1]!))
        .Select(group => new EvennessMean(group.Key.Stage, [.. group.Select(row => (string)row[2]!)], group.Key.Limit)).ToList();

    List<UncountedTeachers> UncountedOf(string county, int year, CancellationToken cancellation) => reader
        .Query(Uncounted, cancellation, ("year", year), ("county", county), ("field", UncountedTeachers.Field)).Rows
        .Select(row => new UncountedTeachers((string)row[0]!, (string)row[1]!, (string)row[2]!, Number(row[3])!.Value)).ToList();

    static Rational? Number(object? text) => text is string number ? Rational.Parse(number) : null;
}
