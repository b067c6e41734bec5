using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Evidence;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>The cells behind a row that has no explanation of its own, where it follows from cells: results of schools, parts of counties, vetoes, the procedure, finance, what a school does to a coefficient.</summary>
public sealed class RowSources(SnapshotReader reader, FiledQuantities filed, StageQuantities quantities, RuleSources rules, EvidenceRows evidence, CancellationToken cancellation)
{
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
            "county_part" => rules.Of(question.Year, question["county_code"], null, question["indicator"], question["part"], question["stage"], constants),
            "school_rule_result" => OfResult(question, constants),
            "county_veto" => evidence.Of(DecisionRows.Veto, "", ("year", question.Year), ("county", question["county_code"]), ("veto", question["veto"])),
            "county_procedure" => evidence.Of(DecisionRows.Steps, "", ("year", question.Year), ("county", question["county_code"])),
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

    IReadOnlyList<SourceQuantity> OfResult(Question question, Dictionary<string, Rational> constants) =>
        rules.Of(question.Year, CountyOf(question), question["school_code"], question["indicator"], question["part"], question["stage"], constants);

    List<SourceQuantity> OfFinance(Question question) => Judged
        .All(reader.Query(FinanceSql, cancellation, ("plan", question["plan_id"]), ("rule", question["rule"]), ("part", question["part"]), ("county", question["county_code"]), ("year", question.Year)))
        .Select(term => (term, quantity: filed.FindOfCounty(term.Whole("year"), term.Text("county"), term.Text("field"))))
        .Select(pair => new SourceQuantity(
            "", pair.term.Text("county"), pair.term.Text("role") == "denominator" ? SourceRole.Denominator : SourceRole.Numerator, 1, 1, pair.quantity))
        .ToList();

    List<SourceQuantity> OfCoefficient(Question question, Dictionary<string, Rational> constants)
    {
        var schools = quantities.Read(question.Year, CountyOf(question), null, question["stage"], question["indicator"], "").Where(school => school.Computable).ToList();
        constants["times"] = schools[0].Rule.Times;
        if (schools[0].Rule.Limit is { } limit) constants["limit"] = limit;
        return schools.OrderBy(school => school.School != question["school_code"]).SelectMany(school => school.Sources).ToList();
    }

    string CountyOf(Question question) => (string)reader.Query(SchoolSql, cancellation, ("year", question.Year), ("school", question["school_code"])).Rows[0][0]!;
}
