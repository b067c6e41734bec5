using Junheng.Models.Numbers;
using Junheng.Models.Rules;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Evidence;

/// <summary>The cells behind the indicators of a county, 08–32, formula by formula; those of a whole indicator are those of its parts.</summary>
public sealed class RuleSources(SnapshotReader reader, FiledQuantities filed, EvidenceRows evidence, CancellationToken cancellation)
{
    const string InputSql = """
        select role, field, filed_stage, sign, lag
        from rule_input
        where indicator = $indicator and part = $part and stage = $stage and chosen
        order by role desc, sign desc, field, filed_stage
        """;

    const string ShareSql = """
        select share.school_code, share.stage, share.outcome = 'short' as decides
        from stage_share as share
        where year = $year and county_code = $county and indicator = $indicator and part = $part and rule_stage = $stage
        order by share.outcome = 'short' desc, share.outcome = 'full', school_code, stage
        """;

    const string CapSql = "select school_type, cast(threshold as varchar) as threshold_text from rule_type_threshold where indicator = $indicator and part = $part order by school_type";

    /// <param name="school">Only what this school's result rests on; null for the county's.</param>
    /// <param name="constants">What the rule says, added; of a whole indicator with the part before the name.</param>
    public IReadOnlyList<SourceQuantity> Of(int year, string county, string? school, string indicator, string part, string stage, Dictionary<string, Rational> constants)
    {
        var rules = CountyRule.Read(reader, indicator, part, stage, cancellation);
        var sources = new List<SourceQuantity>();
        foreach (var rule in rules)
        {
            Tell(rule, indicator, rules.Count > 1 ? rule.Part + "." : "", constants);
            sources.AddRange(rule is { Formula: "ratio", OfUnits: false } ? Ratio(rule, year, county, stage, indicator) : Evidence(rule, year, county, school, stage, indicator));
        }

        return rules is [var only] && part.Length > only.Part.Length ? sources.FindAll(source => source.Filed.Item == part[(only.Part.Length + 1)..]) : sources;
    }

    void Tell(CountyRule rule, string indicator, string prefix, Dictionary<string, Rational> constants)
    {
        constants[prefix + "times"] = rule.Times;
        if (rule.Threshold is { } threshold) constants[prefix + "threshold"] = threshold;
        if (rule.PerClasses > 0) constants[prefix + "per_classes"] = rule.PerClasses;
        foreach (var cap in Judged.All(reader.Query(CapSql, cancellation, ("indicator", indicator), ("part", rule.Part))))
        {
            if (cap.Exact("threshold_text") is { } other) constants[$"{prefix}threshold.{cap.Text("school_type")}"] = other;
        }
    }

    List<SourceQuantity> Evidence(CountyRule rule, int year, string county, string? school, string stage, string indicator)
    {
        (string, object?)[] about = [("year", year), ("county", county), ("school", school), ("indicator", indicator), ("part", rule.Part), ("stage", stage)];
        return (rule.Formula, rule.Level) switch
        {
            ("enough_rooms", _) => evidence.Of(CountedRows.Rooms, indicator, about),
            ("count_over", "class") => evidence.Of(CountedRows.Classes, indicator, about),
            ("count_over", _) => evidence.Of(CountedRows.Pupils, indicator, about),
            ("ratio", _) => evidence.Of(UnitRows.Ratio, indicator, about),
            ("funded_as", _) => evidence.Of(UnitRows.Funding, indicator, about),
            ("judgement", _) => evidence.Of(DecisionRows.Judgements, indicator, about),
            ("survey", _) => evidence.Of(AnswerRows.Survey, indicator, about[..2]),
            ("external", _) => evidence.Of(AnswerRows.Monitoring, indicator, [.. about[..2], about[5], ("measure", rule.Measure)]),
            _ => [],
        };
    }

    List<SourceQuantity> Ratio(CountyRule rule, int year, string county, string stage, string indicator)
    {
        (string, object?)[] item = [("indicator", indicator), ("part", rule.Part), ("stage", stage)];
        var inputs = Judged.All(reader.Query(InputSql, cancellation, item)).ToList();
        if (!rule.FromSchools) return inputs.ConvertAll(input => Source(input, county, filed.FindOfCounty(year - input.Whole("lag"), county, input.Text("field")), decides: true));
        filed.Load(year, county, null);
        return Judged.All(reader.Query(ShareSql, cancellation, [.. item, ("year", year), ("county", county)]))
            .SelectMany(share => inputs.Where(input => input.Text("filed_stage") is Stages.All || input.Text("filed_stage") == share.Text("stage"))
                .Select(input => Source(
                    input, share.Text("school_code"), filed.Find(year - input.Whole("lag"), share.Text("school_code"), input.Text("filed_stage"), input.Text("field")), !rule.AsksForAll || share.Flag("decides"))))
            .ToList();

        SourceQuantity Source(Judged input, string unit, FiledQuantity quantity, bool decides) =>
            new(indicator, unit, input.Text("role") == "denominator" ? SourceRole.Denominator : SourceRole.Numerator, input.Whole("sign"), 1, quantity) { Decides = decides };
    }
}
