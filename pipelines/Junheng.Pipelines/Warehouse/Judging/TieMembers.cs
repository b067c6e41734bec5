using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Steps;

namespace Junheng.Pipelines.Warehouse.Judging;

/// <summary>What a school brings into a coefficient that is decided in rationals: one term of its quantity, as filed and before any division among stages.</summary>
sealed record TieMember(
    int Year, string County, string Stage, string Indicator, string School,
    Rational Limit, Rational Pupils, Rational Weight, Rational WeightedPupils, int Sign, Rational Amount)
{
    // The stage's part of a whole-school quantity: w·P·R/W; for an undivided quantity w = 1 and W = P.
    Rational Share => Weight * Pupils * Amount * Sign / WeightedPupils;

    /// <summary>CV² of the schools of one county, stage and indicator.</summary>
    public static Rational Squared(IEnumerable<TieMember> members) => CoefficientOfVariation.Squared(members.GroupBy(member => member.School)
        .Select(terms => new SchoolShare(terms.First().Pupils, terms.Aggregate((Rational)0, (sum, term) => sum + term.Share))));
}

/// <summary>Reads them for the coefficients that a query names.</summary>
sealed class TieMembers(string coefficients)
{
    public static readonly string[] Inputs = ["school_indicator", "rule_term", "school_quantity", "campus", "sound_quantity"];

    /// <summary>One row a term and a school or campus that filed it; the exact fraction where twelve decimals do not hold the amount. What was moved with grade 6 is taken as it was counted.</summary>
    public string Sql { get; } = $"""
        select base.year, base.county_code, base.stage, base.indicator, member.school_code,
            cast(base.limit_value as varchar), cast(member.denominator as varchar), cast(member.weight as varchar), cast(member.weighted_pupils as varchar),
            rule_term.sign, coalesce(sound_quantity.exact, cast(sound_quantity.amount as varchar), cast(counted.amount as varchar))
        from ({coefficients}) as base
        join school_indicator as member
            on member.year = base.year and member.county_code = base.county_code and member.stage = base.stage
            and member.indicator = base.indicator and member.part = '' and member.numerator is not null and member.denominator > 0
        join rule_term
            on rule_term.indicator = member.indicator and rule_term.part = member.part and rule_term.stage = member.stage
        join school_quantity as counted
            on counted.year = member.year - rule_term.lag and counted.school_code = member.school_code
            and counted.field = rule_term.field and counted.stage = rule_term.filed_stage
        left join campus
            on not counted.moved and campus.year = counted.year and campus.counted_with = counted.school_code
        left join sound_quantity
            on sound_quantity.year = campus.year and sound_quantity.school_code = campus.school_code
            and sound_quantity.field = counted.field and sound_quantity.stage = counted.stage
        where counted.moved or sound_quantity.amount is not null
        order by base.year, base.county_code, base.stage, base.indicator, member.school_code, rule_term.field, campus.school_code
        """;

    public List<TieMember> Read(StepContext context)
    {
        var members = new List<TieMember>();
        using var reader = context.Engine.Read(Sql, context.Cancellation);
        while (reader.Read())
        {
            members.Add(new TieMember(
                reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                Rational.Parse(reader.GetString(5)), Rational.Parse(reader.GetString(6)), Rational.Parse(reader.GetString(7)), Rational.Parse(reader.GetString(8)),
                reader.GetInt32(9), Rational.Parse(reader.GetString(10))));
        }

        return members;
    }
}
