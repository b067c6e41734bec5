using System.Globalization;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>Numbers and verdicts of the indicators 08–32, of vetoes and of the procedure, each from the cells that its explanation names.</summary>
[Trait("Kind", "long")]
[Collection(nameof(ExplainedDemoCity))]
public sealed class ExplainedRulesTests(ExplainedDemoCity demo)
{
    readonly ExplainedCity city = demo.City;
    readonly Dictionary<(int Year, string School), string> types = [];

    /// <summary>Formula and level, the columns asked about, and how many cells are drawn.</summary>
    public static TheoryData<string, string, string, int> Kinds => new()
    {
        { "enough_rooms school", "school_rule_result", "value numerator denominator", 12 },
        { "count_over school", "school_rule_result", "value numerator", 8 },
        { "count_over class", "school_rule_result", "value numerator denominator", 16 },
        { "funded_as budget_unit", "school_rule_result", "value numerator denominator", 12 },
        { "ratio budget_unit", "school_rule_result", "value numerator denominator", 10 },
        { "judgement school", "school_rule_result", "verdict", 16 },
        { "enough_rooms school", "county_indicator", "units_in_scope units_failing", 8 },
        { "count_over school", "county_indicator", "units_in_scope units_failing", 8 },
        { "count_over class", "county_indicator", "units_in_scope units_failing", 10 },
        { "funded_as budget_unit", "county_indicator", "units_in_scope units_failing", 8 },
        { "ratio budget_unit", "county_indicator", "units_in_scope units_failing", 8 },
        { "judgement school", "county_indicator", "units_failing", 12 },
        { "judgement county", "county_indicator", "verdict", 16 },
        { "ratio county", "county_indicator", "value numerator denominator", 12 },
        { "survey county", "county_indicator", "value numerator denominator", 10 },
        { "external county", "county_indicator", "value", 10 },
        { "veto", "county_veto", "verdict", 12 },
        { "procedure", "county_procedure", "step", 12 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void DemoCity_CellsOfEveryKind_FollowFromTheCellsNamed(string kind, string table, string columns, int cells)
    {
        var random = new Random(20170419 + cells);
        var files = new OriginalFiles(city.Source);
        var keys = Keys(kind, table);
        var wrong = new List<string>();
        for (var index = 0; index < cells; index++)
        {
            // The first half is drawn from what fails or cannot be told: what passes looks much alike.
            var among = keys.Where(key => index % 2 == 1 || key.Verdict is not "met").ToList() is { Count: > 0 } found ? found : keys;
            var (key, need, _) = among[random.Next(among.Count)];
            var column = columns.Split(' ')[index / 2 % columns.Split(' ').Length];
            var explanation = city.Explain($"{table} {key} {column}");
            var stored = city.Stored(explanation, column);
            var byHand = new RulesByHand(explanation, files, need, school => TypeOf(explanation.Question.Year, school)).Of(kind, column);
            if (!Agree(stored, byHand)) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{table} {key} {column}: stored {stored}, by hand {byHand}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    List<(string Key, string? Need, string? Verdict)> Keys(string kind, string table)
    {
        // A part of monitoring bears its subject; a whole in parts has no rule of its own.
        var sql = table switch
        {
            "county_veto" => "select concat_ws(' ', year, county_code, veto) as key, null as need, verdict from county_veto order by key",
            "county_procedure" => "select concat_ws(' ', year, county_code) as key, null as need, null as verdict from county_procedure where steps > 0 order by key",
            _ => $"""
                select concat_ws(' ', judged.year, judged.{(table == "county_indicator" ? "county_code" : "school_code")}, judged.stage, judged.indicator, nullif(judged.part, '')) as key, rule.need, judged.verdict
                from {table} as judged
                join rule_part as rule on rule.indicator = judged.indicator and rule.stage = judged.stage and (judged.part = rule.part or (rule.part <> '' and starts_with(judged.part, rule.part || '-')))
                where concat_ws(' ', rule.formula, rule.level) = $kind and judged.verdict <> 'not_applicable'
                order by key
                """,
        };
        var rows = table is "county_veto" or "county_procedure" ? city.Reader.Query(sql, CancellationToken.None) : city.Reader.Query(sql, CancellationToken.None, ("kind", kind));
        return [.. rows.Rows.Select(row => ((string)row[0]!, row[1] as string, row[2] as string))];
    }

    string TypeOf(int year, string school) => types.TryGetValue((year, school), out var known)
        ? known
        : types[(year, school)] = (string)city.Reader.Query("select school_type from school where year = $year and school_code = $school", CancellationToken.None, ("year", year), ("school", school)).Rows[0][0]!;

    static bool Agree(object? stored, object? byHand)
    {
        if (stored is null || byHand is null) return stored is null && byHand is null;
        if (stored is string word) return word == byHand as string;
        var (one, other) = (Convert.ToDouble(stored, CultureInfo.InvariantCulture), Convert.ToDouble(byHand, CultureInfo.InvariantCulture));
        return Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));
    }
}
