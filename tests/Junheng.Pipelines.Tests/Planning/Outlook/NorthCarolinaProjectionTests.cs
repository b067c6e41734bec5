using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>What projections were worth on real report cards, the last two years held back: the numbers of docs/method/projection.md.</summary>
[Trait("Kind", "long")]
[Collection(nameof(NorthCarolina))]
public sealed class NorthCarolinaProjectionTests(NorthCarolina state)
{
    // Mean errors by years ahead, and how often an interval meant to hold in four of five held. Nothing beats the last value in these six years; the rule finds that by itself.
    [SharedFact(NorthCarolina.Schools)]
    public void Errors_OfTheYearsHeldBack_AreAsWrittenDown() => Assert.Equal(
        [
            "cv|1|chosen|2210|0.0577|0.793", "cv|1|drift|2210|0.0773|", "cv|1|last_value|2210|0.0577|", "cv|1|theil_sen|2210|0.0772|",
            "cv|2|chosen|887|0.0676|0.777", "cv|2|drift|886|0.1240|", "cv|2|last_value|887|0.0676|", "cv|2|theil_sen|886|0.1249|",
            "value|1|chosen|2212|0.1184|0.745", "value|1|drift|2212|0.1897|", "value|1|last_value|2212|0.1166|", "value|1|theil_sen|2212|0.2111|",
            "value|2|chosen|887|0.1753|0.719", "value|2|drift|886|0.2320|", "value|2|last_value|887|0.1619|", "value|2|theil_sen|886|0.2357|",
        ],
        state.Judged.Query("""
            select measure, ahead, method, sum(tested), printf('%.4f', sum(off * tested)::double / sum(tested)),
                printf('%.3f', (sum(held * tested) filter (where held is not null))::double / sum(tested) filter (where held is not null))
            from projection_test group by all order by all
            """).Rows.Select(LedgerTests.Join));

    [SharedFact(NorthCarolina.Schools)]
    public void Method_OfTheLatestOrigin_IsTheLastValue() => Assert.Equal(
        [["last_value"]],
        state.Judged.Query("select distinct method from projection_method where origin = 2019").Rows);
}
