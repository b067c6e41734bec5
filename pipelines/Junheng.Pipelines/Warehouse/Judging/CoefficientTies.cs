using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Judging;

/// <summary>
/// The step <c>coefficient_ties</c>: coefficients that lie within 1e-9·L² of their limit, decided exactly. CV² = ΣP·Σ(X²/P)/(ΣX)² − 1 is computed in rationals from
/// the quantities as filed, before any division among stages, and compared with L².
/// </summary>
public sealed class CoefficientTies(TableDocument document) : IStep
{
    // One row a school and term; the exact fraction where twelve decimals do not hold the amount.
    const string Members = """
        select base.year, base.county_code, base.stage, base.indicator, member.school_code,
            cast(base.cv_limit_tested as varchar), cast(member.denominator as varchar), cast(member.weight as varchar), cast(member.weighted_pupils as varchar),
            rule_term.sign, coalesce(filed_quantity.exact, cast(filed_quantity.amount as varchar))
        from coefficient_base as base
        join school_indicator as member
            on member.year = base.year and member.county_code = base.county_code and member.stage = base.stage
            and member.indicator = base.indicator and member.part = '' and member.numerator is not null and member.denominator > 0
        join rule_term
            on rule_term.indicator = member.indicator and rule_term.part = member.part and rule_term.stage = member.stage
        join campus on campus.year = member.year - rule_term.lag and campus.counted_with = member.school_code
        join filed_quantity
            on filed_quantity.year = campus.year and filed_quantity.school_code = campus.school_code
            and filed_quantity.field = rule_term.field and filed_quantity.stage = rule_term.filed_stage
        where base.at_limit
        order by base.year, base.county_code, base.stage, base.indicator, member.school_code, campus.school_code, rule_term.field
        """;

    public string Name => document.Name;

    public IReadOnlyList<string> Inputs => ["coefficient_base", "school_indicator", "rule_term", "campus", "filed_quantity"];

    public IReadOnlyList<TableDocument> Outputs => [document];

    public string Identity => StepCode.Version + Members;

    public void Run(StepContext context) => context.Write(document, Decide(Read(context)));

    /// <summary>Which side of the limit each group lies on, exactly.</summary>
    static IEnumerable<string?[]> Decide(IEnumerable<Member> members) => members
        .GroupBy(member => (member.Year, member.County, member.Stage, member.Indicator))
        .Select(group =>
        {
            var schools = group.GroupBy(member => member.School).Select(terms => new SchoolShare(terms.First().Pupils, terms.Aggregate((Rational)0, (sum, term) => sum + term.Share)));
            var limit = group.First().Limit;
            var side = CoefficientOfVariation.Squared(schools).CompareTo(limit * limit);
            return new[]
            {
                group.Key.Year.ToString(CultureInfo.InvariantCulture), group.Key.County, group.Key.Stage, group.Key.Indicator,
                side switch { < 0 => "below", 0 => "equal", _ => "above" },
            };
        });

    static List<Member> Read(StepContext context)
    {
        var members = new List<Member>();
        using var reader = context.Engine.Read(Members, context.Cancellation);
        while (reader.Read())
        {
            members.Add(new Member(
                reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                Rational.Parse(reader.GetString(5)), Rational.Parse(reader.GetString(6)), Rational.Parse(reader.GetString(7)), Rational.Parse(reader.GetString(8)),
                reader.GetInt32(9), Rational.Parse(reader.GetString(10))));
        }

        return members;
    }

    sealed record Member(
        int Year, string County, string Stage, string Indicator, string School,
        Rational Limit, Rational Pupils, Rational Weight, Rational WeightedPupils, int Sign, Rational Amount)
    {
        // The stage's part of a whole-school quantity: w·P·R/W; for an undivided quantity w = 1 and W = P.
        public Rational Share => Weight * Pupils * Amount * Sign / WeightedPupils;
    }
}
