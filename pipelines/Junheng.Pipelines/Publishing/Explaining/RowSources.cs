using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>The cells behind a row that has no explanation of its own, where its numbers follow from cells: ratios of a county, and what a school does to a coefficient.</summary>
public sealed class RowSources(SnapshotReader reader, FiledQuantities filed, StageQuantities quantities, CancellationToken cancellation)
{
    const string InputSql = """
        select rule_input.role, rule_input.field, rule_input.filed_stage, rule_input.sign, rule_input.lag, rule_part.from_schools,
            rule_part.times, cast(rule_part.threshold as varchar) as threshold_text
        from rule_input
        join rule_part on rule_part.indicator = rule_input.indicator and rule_part.part = rule_input.part and rule_part.stage = rule_input.stage
        where rule_input.indicator = $indicator and rule_input.part = $part and rule_input.stage = $stage
            and rule_input.chosen and rule_part.level = 'county' and rule_part.formula = 'ratio'
        order by rule_input.role desc, rule_input.sign desc, rule_input.field, rule_input.filed_stage
        """;

    const string ShareSql = """
        select school_code, stage
        from stage_share
        where year = $year and county_code = $county and indicator = $indicator and part = $part and rule_stage = $stage
        order by school_code, stage
        """;

    // What a rule of a plan on finance is reckoned from, year by year as far back as it looks.
    const string FinanceSql = """
        select distinct finance_term.role, finance_term.field, plan_county.year, plan_county.filed_code as county
        from finance_rule
        join finance_term on finance_term.measure in (finance_rule.measure, finance_rule.against)
        join plan_county on plan_county.plan_id = finance_rule.plan_id
        where finance_rule.plan_id = $plan and finance_rule.rule = $rule and finance_rule.part = $part and finance_term.field <> 'pupils'
            and plan_county.county_code = $county and plan_county.year <= $year
            and plan_county.year >= $year - case when finance_rule.test = 'reaches' then 0 else finance_rule.years end
        order by plan_county.year desc, finance_term.role desc, finance_term.field
        """;

    const string SchoolSql = "select county_code from school where year = $year and school_code = $school";

    public (IReadOnlyList<SourceQuantity> Sources, IReadOnlyDictionary<string, Rational> Constants) Of(Question question)
    {
        var constants = new Dictionary<string, Rational>(StringComparer.Ordinal);
        IReadOnlyList<SourceQuantity> sources = question.Table switch
        {
            "filed_quantity" => OfSchool(question),
            "county_indicator" => OfRatio(question, constants),
            "finance_watch" => OfFinance(question),
            "school_influence" => OfCoefficient(question, constants),
            _ => [],
        };
        return (sources, constants);
    }

    List<SourceQuantity> OfSchool(Question question)
    {
        var (year, school) = (question.Year, question["school_code"]);
        filed.Load(year, null, school);
        return [new("", school, SourceRole.Numerator, 1, 1, filed.Find(year, school, question["stage"], question["field"]))];
    }

    List<SourceQuantity> OfRatio(Question question, Dictionary<string, Rational> constants)
    {
        var (year, county, stage) = (question.Year, question["county_code"], question["stage"]);
        (string, object?)[] item = [("indicator", question["indicator"]), ("part", question["part"]), ("stage", stage)];
        var inputs = Judged.All(reader.Query(InputSql, cancellation, item)).ToList();
        if (inputs.Count == 0) return [];
        constants["times"] = inputs[0].Whole("times");
        if (inputs[0].Exact("threshold_text") is { } threshold) constants["threshold"] = threshold;
        if (!inputs[0].Flag("from_schools")) return inputs.ConvertAll(input => Source(input, county, filed.FindOfCounty(year - input.Whole("lag"), county, input.Text("field"))));
        filed.Load(year, county, null);
        return Judged.All(reader.Query(ShareSql, cancellation, [.. item, ("year", year), ("county", county)]))
            .SelectMany(share => inputs.Where(input => input.Text("filed_stage") is Models.Rules.Stages.All || input.Text("filed_stage") == share.Text("stage"))
                .Select(input => Source(input, share.Text("school_code"), filed.Find(year - input.Whole("lag"), share.Text("school_code"), input.Text("filed_stage"), input.Text("field")))))
            .ToList();

        SourceQuantity Source(Judged input, string unit, FiledQuantity quantity) =>
            new(question["indicator"], unit, input.Text("role") == "denominator" ? SourceRole.Denominator : SourceRole.Numerator, input.Whole("sign"), 1, quantity);
    }

    List<SourceQuantity> OfFinance(Question question) => Judged
        .All(reader.Query(FinanceSql, cancellation, ("plan", question["plan_id"]), ("rule", question["rule"]), ("part", question["part"]), ("county", question["county_code"]), ("year", question.Year)))
        .Select(term => (term, quantity: filed.FindOfCounty(term.Whole("year"), term.Text("county"), term.Text("field"))))
        .Select(pair => new SourceQuantity(
            "", pair.term.Text("county"), pair.term.Text("role") == "denominator" ? SourceRole.Denominator : SourceRole.Numerator, 1, 1, pair.quantity))
        .ToList();

    List<SourceQuantity> OfCoefficient(Question question, Dictionary<string, Rational> constants)
    {
        var county = (string)reader.Query(SchoolSql, cancellation, ("year", question.Year), ("school", question["school_code"])).Rows[0][0]!;
        var schools = quantities.Read(question.Year, county, null, question["stage"], question["indicator"], "").Where(school => school.Computable).ToList();
        constants["times"] = schools[0].Rule.Times;
        if (schools[0].Rule.Limit is { } limit) constants["limit"] = limit;
        return schools.OrderBy(school => school.School != question["school_code"]).SelectMany(school => school.Sources).ToList();
    }
}
