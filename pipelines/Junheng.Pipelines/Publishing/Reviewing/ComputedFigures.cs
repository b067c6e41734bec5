using Junheng.Models.Applications;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>Looks up what we compute for a blank of the form.</summary>
public sealed class ComputedFigures(ReviewedCounty county)
{
    readonly ILookup<string, int> schoolRows = Rows(county.Schools, row => Text(county.Schools, row, "school_code"));
    readonly ILookup<(string, string), int> stageRows = Rows(county.Stages, row => (Text(county.Stages, row, "school_code"), Text(county.Stages, row, "stage")));
    readonly ILookup<(string, string, string), int> indicatorRows = Rows(county.Indicators, row => (Text(county.Indicators, row, "school_code"), Text(county.Indicators, row, "stage"), Text(county.Indicators, row, "indicator")));
    readonly ILookup<(string, string), int> verdictRows = Rows(county.Verdicts, row => (Text(county.Verdicts, row, "school_code"), Text(county.Verdicts, row, "stage")));

    /// <param name="school">Of the school the blank is about; empty for the county.</param>
    /// <param name="stage">Of the school's row.</param>
    public Computed Of(AskedFigure asked, string school = "", string stage = "") => asked.Figure switch
    {
        "" => Computed.Unknown("not_computed"),
        "register.schools" => new Computed(SchoolsOf(asked).Count(), null),
        "register.sum" => county.Sum(asked.Field, asked.Stage) is { Unknown: 0, Sum: { } sum } ? new Computed(sum, null) : Computed.Unknown("schools_not_filed"),
        "school.founder" => schoolRows[school].Select(row => new Computed(null, county.Schools[row, "founder"] as string, "not_filed")).FirstOrDefault(Computed.Unknown("not_registered")),
        "school_stage.pupils" => SchoolStage(school, stage, "pupils"),
        "school_stage.classes" => SchoolStage(school, stage, "classes"),
        "school_indicator.value" => SchoolValue(school, stage, asked.Indicator),
        "school_verdict.verdict" => SchoolVerdict(school, stage),
        "schools_met.count" => Met(asked, (met, _) => met),
        "schools_met.share" => Met(asked, (met, all) => new Rational(100 * met, all)),
        "schools_over.count" => Over("school", asked, row => SchoolsOf(asked).Contains(Text(county.Over, row, "school_code"))),
        "classes_over.count" => Over("class", asked, row => Text(county.Over, row, "stage") == asked.Stage),
        "county_coefficient.mean" => Coefficient(asked, "mean"),
        "county_coefficient.cv" => Coefficient(asked, "cv"),
        "county_coefficient.composite" => Composite(asked),
        "county_fact.amount" => Fact(asked.Field),
        "county_fact.share" => Fact(asked.Field).Number is { } part && Fact(asked.Of).Number is { Sign: > 0 } whole ? new Computed(100 * part / whole, null) : Computed.Unknown("not_filed"),
        "survey.valid" => Survey(asked, row => ExactNumber.Of(county.Surveys[row, "survey_valid"])),
        "survey.satisfied" => Survey(asked, row => ExactNumber.Of(county.Surveys[row, "survey_satisfied"])),
        "survey.share" => Survey(asked, row => ExactNumber.Of(county.Surveys[row, "survey_satisfied"]) is { } satisfied && ExactNumber.Of(county.Surveys[row, "survey_valid"]) is { Sign: > 0 } valid ? 100 * satisfied / valid : null),
        _ => new CountyFigures(county).Of(asked),
    };

    Computed SchoolStage(string school, string stage, string column) =>
        stageRows[(school, stage)].Select(row => Computed.Of(county.Stages[row, column], "")).FirstOrDefault(Computed.Unknown("no_such_stage"));

    Computed SchoolValue(string school, string stage, string indicator)
    {
        if (!indicatorRows[(school, stage, indicator)].Any()) return Computed.Unknown("out_of_scope");
        var row = indicatorRows[(school, stage, indicator)].First();
        var computed = Computed.Of(county.Indicators[row, "value"], Text(county.Indicators, row, "reason"));
        return ExactNumber.Of(county.Indicators[row, "threshold"]) is { } threshold && computed.IsKnown
            ? computed with { Ruling = new Ruling(new VerdictOf("school_indicator", school, stage, indicator, ""), Text(county.Indicators, row, "verdict"), "at_least", threshold) }
            : computed;
    }

    Computed SchoolVerdict(string school, string stage) =>
        verdictRows[(school, stage)].Select(row => Computed.OfVerdict(Text(county.Verdicts, row, "verdict"), "")).FirstOrDefault(Computed.Unknown("out_of_scope"));

    // With a school that is unknown, how many meet the standard is not known either.
    Computed Met(AskedFigure asked, Func<int, int, Rational> figure)
    {
        var table = asked.Indicator == "all" ? county.Verdicts : county.Indicators;
        var verdicts = Enumerable.Range(0, table.Rows.Count)
            .Where(row => Text(table, row, "stage") == asked.Stage && (asked.Indicator == "all" || Text(table, row, "indicator") == asked.Indicator))
            .Select(row => Text(table, row, "verdict"))
            .ToList();
        if (verdicts.Count == 0) return Computed.Unknown("no_school_in_scope");
        return verdicts.TrueForAll(verdict => verdict is "met" or "not_met") ? new Computed(figure(verdicts.Count(verdict => verdict == "met"), verdicts.Count), null) : Computed.Unknown("schools_unknown");
    }

    Computed Over(string kind, AskedFigure asked, Func<int, bool> counts)
    {
        var rows = Enumerable.Range(0, county.Over.Rows.Count).Where(row => Text(county.Over, row, "kind") == kind && Text(county.Over, row, "indicator") == asked.Indicator).Where(counts).ToList();
        return rows.TrueForAll(row => Text(county.Over, row, "verdict") is "met" or "not_met")
            ? new Computed(rows.Aggregate(default(Rational), (sum, row) => sum + (ExactNumber.Of(county.Over[row, "numerator"]) ?? 0)), null)
            : Computed.Unknown("schools_unknown");
    }

    Computed Coefficient(AskedFigure asked, string column)
    {
        var row = CoefficientRow(asked.Stage, asked.Indicator);
        if (row < 0) return Computed.Unknown("no_such_stage");
        var verdict = Text(county.Coefficients, row, "verdict");
        // A coefficient of those that filed is none of the county.
        if (verdict is "unknown" or "not_applicable") return Computed.Unknown(Text(county.Coefficients, row, "flags") is { Length: > 0 } flags ? flags : verdict);
        var computed = Computed.Of(county.Coefficients[row, column], "");
        return column == "cv" && computed.IsKnown && ExactNumber.Of(county.Coefficients[row, "cv_limit"]) is { } limit
            ? computed with { Ruling = new Ruling(new VerdictOf("coefficient", "", asked.Stage, asked.Indicator, ""), verdict, "at_most", limit) }
            : computed;
    }

    // The plain mean of the coefficients, as the form's last column has it; no limit of the national method is set on it.
    Computed Composite(AskedFigure asked)
    {
        var all = Enumerable.Range(0, county.Coefficients.Rows.Count).Where(row => Text(county.Coefficients, row, "stage") == asked.Stage)
            .Select(row => Coefficient(asked with { Indicator = Text(county.Coefficients, row, "indicator") }, "cv")).ToList();
        return all.Count > 0 && all.TrueForAll(one => one.Number is not null)
            ? new Computed(all.Aggregate(default(Rational), (sum, one) => sum + one.Number!.Value) / all.Count, null)
            : Computed.Unknown("coefficient_unknown");
    }

    int CoefficientRow(string stage, string indicator) => Enumerable.Range(0, county.Coefficients.Rows.Count)
        .FirstOrDefault(row => Text(county.Coefficients, row, "stage") == stage && Text(county.Coefficients, row, "indicator") == indicator, -1);

    Computed Fact(string field)
    {
        var row = Enumerable.Range(0, county.Facts.Rows.Count).FirstOrDefault(row => Text(county.Facts, row, "field") == field, -1);
        return row < 0 ? Computed.Unknown("not_filed") : Computed.Of(county.Facts[row, "amount"], Text(county.Facts, row, "fault"));
    }

    Computed Survey(AskedFigure asked, Func<int, Rational?> figure)
    {
        var row = Enumerable.Range(0, county.Surveys.Rows.Count).FirstOrDefault(row => Text(county.Surveys, row, "respondents") == asked.Respondents, -1);
        if (row < 0 || figure(row) is not { } number) return Computed.Unknown("survey_not_filed");
        var judged = asked is { Figure: "survey.share", Respondents: "all" } ? new CountyFigures(county).Of(asked with { Figure = "county_indicator.value" }).Ruling : null;
        return new Computed(number, null) { Ruling = judged };
    }

    // A school whose pupils nobody filed is not known to have as many.
    IEnumerable<string> SchoolsOf(AskedFigure asked) => Enumerable.Range(0, county.Schools.Rows.Count)
        .Where(row => asked.Types.Contains(Text(county.Schools, row, "school_type"), StringComparer.Ordinal))
        .Select(row => Text(county.Schools, row, "school_code"))
        .Where(code => asked.PupilsAtLeast is not { } least || SchoolStage(code, "primary", "pupils").Number >= least);

    static ILookup<TKey, int> Rows<TKey>(RowSet table, Func<int, TKey> key) => Enumerable.Range(0, table.Rows.Count).ToLookup(key);

    internal static string Text(RowSet table, int row, string column) => table[row, column] as string ?? "";
}
