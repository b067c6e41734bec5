using Junheng.Models.Findings;
using Junheng.Models.Plans;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Plans;

/// <summary>The invented plan has the shape of a real one: offices for all indicators but one, and clauses on money that some counties keep and some do not.</summary>
[Collection(nameof(DemoCityBuilt))]
public sealed class DemoPlanTests(DemoCityBuilt city)
{
    [Fact]
    public void Offices_StandFor31Of32Indicators_WithOneLeadBut05()
    {
        var findings = new FindingList();
        var plan = PlanReader.Read(RepositoryRoot.File("data-samples/demo-city/plans/demo-city-2022.yaml"), "demo", findings)!;
        var lines = plan.Duties.Where(duty => duty.Indicator is not null).ToDictionary(duty => duty.Indicator!, duty => duty.Responsible);

        Assert.Equal(Enumerable.Range(1, 32).Select(number => number.ToString("00", null)), lines.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["28"], lines.Where(line => line.Value.Count == 0).Select(line => line.Key));
        Assert.Equal(["05"], lines.Where(line => line.Value.Any(one => one.Role == Responsible.Listed)).Select(line => line.Key));
        Assert.All(lines.Where(line => line.Key is not ("05" or "28")), line => Assert.Single(line.Value, one => one.Role == Responsible.Lead));
    }

    [Fact]
    public void ClausesOnMoney_AreMetNotMetAndUnknownSomewhere() => Assert.Equal(
        [
            ["pay_not_below", "met, not_met, unknown"], ["three_growths", "met, not_met, unknown"], ["training_share", "met, not_met, unknown"], ["two_no_decreases", "met, not_met, unknown"],
        ],
        city.Judged.Query("select kind, string_agg(distinct verdict, ', ' order by verdict) from finance_watch where in_force and county_code not like '%-KFQ' group by kind order by kind").Rows);

    [Fact]
    public void EveryCounty_GoesByThePlan() => Assert.Equal(
        [["plan", 9L, 31L]],
        city.Judged.Query("select rests_on, count(distinct county_code), count(distinct indicator) from indicator_office group by rests_on").Rows);
}
