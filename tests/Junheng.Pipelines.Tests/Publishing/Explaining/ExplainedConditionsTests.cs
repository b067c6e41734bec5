using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>The ledger answers for itself: every condition of the latest year of the invented city is explained, in both languages, with what it was judged by.</summary>
[Trait("Kind", "long")]
public sealed class ExplainedConditionsTests
{
    // Every line is explained; every seventh is also read as a person reads it.
    const int Read = 7;

    [Fact]
    public void EveryConditionOfTheLedger_IsExplained()
    {
        using var city = ExplainedCity.Demo();
        var lines = city.Reader.Query("select plan_id, county_code, year, condition, coalesce(outlook, verdict) from plan_condition where year = (select max(year) from plan_condition) order by all", default).Rows;
        Assert.True(lines.Count > 500);

        Assert.All(lines.Select((line, index) => (line, index)), one =>
        {
            var explanation = city.Explain(FormattableString.Invariant($"plan_condition {one.line[0]} {one.line[1]} {one.line[2]} {one.line[3]}"));
            Assert.Equal("plan_condition", explanation.Question.Table);
            if (one.index % Read != 0) return;
            var text = ExplanationText.Of(explanation, TextBook.In(one.index % 2 == 0 ? Language.Zh : Language.En), 100, all: false);
            Assert.Matches($@"(?m)^.*\b(outlook|verdict)\b.*\b{one.line[4]}\b", text);
        });
    }

    // Each county's line in the ledger names its worst conditions, and each of those has a line of its own.
    [Fact]
    public void WorstConditionsOfTheLedger_AreConditions()
    {
        using var city = ExplainedCity.Demo();

        Assert.Equal([[0L]], city.Reader.Query("""
            select count(*)
            from (select plan_id, county_code, year, unnest(string_split(worst_conditions, ',')) as condition from plan_ledger where worst_conditions <> '') as named
            left join plan_condition using (plan_id, county_code, year, condition)
            where plan_condition.condition is null
            """, default).Rows);
    }
}
