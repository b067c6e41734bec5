using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning;

/// <summary>What schools lack and had best add, against amounts worked out by hand from the thresholds and 1 : 1.1 (W = 600 + 1.1 × 400 = 1040).</summary>
public sealed class RemedyTests(RemedyTests.Worked worked) : IClassFixture<RemedyTests.Worked>
{
    const string Prices = """
        format: 1
        id: test-prices
        title: {zh: 测试单价（虚构）, en: Test prices (synthetic)}
        synthetic: true
        prices:
          - {indicators: ["01", "02", "03"], yuan: 400000, what: {zh: 五年工资, en: five years' pay}, source: invented for the test}
          - {indicators: ["04"], yuan: 3000, what: {zh: 每平方米, en: a square metre}, source: invented for the test}
          - {indicators: ["05"], yuan: 500, what: {zh: 每平方米, en: a square metre}, source: invented for the test}
          - {indicators: ["07"], yuan: 60000, what: {zh: 每间, en: a room}, source: invented for the test}
        """;

    readonly Judged judged = worked.Judged;

    // 5.8 × 1040 / 1.1 − 5000; 10.2 × 1040 / 1.1 − 9000; 2000 × 1040 − 2000000; 2500 × 1040 / 1.1 − 2000000; ⌈2.3 × 1040 / 100 − 20⌉; ⌈2.4 × 1040 / 110 − 20⌉.
    [Theory]
    [InlineData("04", "primary", 0, 0)]
    [InlineData("04", "junior", 483.636364, 0)]
    [InlineData("05", "junior", 643.636364, 0)]
    [InlineData("06", "primary", 80000, 0)]
    [InlineData("06", "junior", 363636.363636, 9090.909091)]
    [InlineData("07", "primary", 4, 1)]
    [InlineData("07", "junior", 3, 0)]
    public void Lacking_OfACombinedSchool_IsTheWholeSchools(string indicator, string stage, double toThreshold, double toFloor)
    {
        var row = judged.Query($"select cast(to_threshold as double), cast(to_floor as double) from lacking where school_code = 'N' and indicator = '{indicator}' and stage = '{stage}'").Rows[0];

        Assert.Equal((toThreshold, toFloor), ((double)row[0]!, (double)row[1]!));
    }

    // Leaving 04 behind saves the junior part 1.45 million; leaving 07 behind saves the primary part 60,000, because three rooms must come for the junior part anyway.
    [Theory]
    [InlineData("05", "junior", 643.636364, 321818.18, "", false)]
    [InlineData("06", "junior", 363636.363636, 363636.36, "", false)]
    [InlineData("06", "primary", 0, 0, "junior", false)]
    [InlineData("07", "junior", 3, 180000, "", false)]
    [InlineData("07", "primary", 0, 0, "junior", true)]
    [InlineData("04", "junior", 0, 0, "", true)]
    public void Remedy_OfACombinedSchool_CountsWhatStagesShareOnce(string indicator, string stage, double amount, double cost, string coveredBy, bool left)
    {
        var row = judged.Query($"select cast(amount as double), cast(cost as double), covered_by, left_at_floor, basis from remedy where school_code = 'N' and indicator = '{indicator}' and stage = '{stage}'").Rows[0];

        Assert.Equal([amount, cost, coveredBy, left, "cost"], row);
    }

    // One backbone teacher too few cannot be left: 85 % of two is two. 300 m² short of 900 at 3000 yuan cost 0.9 million, 165 m² to the floor 0.495 million.
    [Fact]
    public void LeftAtFloor_WhereWholeThingsSaveNothing_IsTheOther() => Assert.Equal(
        [["04", 895_000d]],
        judged.Query("select indicator, (select cast(sum(cost) as double) from remedy where school_code = 'P') from left_at_floor where school_code = 'P'").Rows);

    // 50 m² of rooms cost 150,000 and need not come at all; 225 of 300 m² of sports ground would save 112,500.
    [Fact]
    public void LeftAtFloor_WithPrices_SavesMostMoney() =>
        Assert.Equal([["04", "cost"]], judged.Query("select indicator, basis from left_at_floor where school_code = 'Q'").Rows);

    [Fact]
    public void Remedy_WhereSomethingIsNotFiled_HasNoAmountAndSaysWhy() => Assert.Equal(
        [[null, null, "input_not_filed"]],
        judged.Query("select amount, cost, reason from remedy where school_code = 'B' and indicator = '05'").Rows);

    [Fact]
    public void CountyGap_AddsWhatIsKnownAndCountsWhatIsNot() => Assert.Equal(
        [["05", 4, 1, 1, 300d]],
        judged.Query("select indicator, schools, schools_short, schools_unknown, cast(amount as double) from county_gap where stage = 'primary' and indicator = '05'").Rows);

    // The same school: 50 of 900 m² of rooms are 5.6 %, 225 of 1500 m² of sports ground 15 %.
    [Fact]
    public void LeftAtFloor_WithoutPrices_GoesByShares()
    {
        using var unpriced = new Filing(Worked.Schools).JudgeAll();

        Assert.Equal([["05", "share"]], unpriced.Query("select indicator, basis from left_at_floor where school_code = 'Q'").Rows);
        Assert.Equal([[0L]], unpriced.Query("select count(*) from remedy where cost is not null and indicator <> '06' and amount > 0").Rows);
    }

    public sealed class Worked : IDisposable
    {
        internal static FiledSchool[] Schools =>
        [
            new FiledSchool("530302", "N", "nine_year_school")
                .Stage("primary", 600, ("teachers_college", 0), ("teachers_bachelor", 30), ("teachers_master", 0), ("teachers_doctor", 0), ("teachers_backbone", 6), ("teachers_pe", 6), ("teachers_music", 0), ("teachers_art", 0))
                .Stage("junior", 400, ("teachers_bachelor", 30), ("teachers_master", 0), ("teachers_doctor", 0), ("teachers_backbone", 4), ("teachers_pe", 4), ("teachers_music", 0), ("teachers_art", 0))
                .Has(("teaching_area", 5800), ("gym_area", 800), ("sports_ground_area", 8200), ("equipment_value", 2_000_000), ("multimedia_rooms", 20)),
            Primary("P", backbone: 1).Has(("teaching_area", 600), ("gym_area", 0), ("sports_ground_area", 1500)),
            Primary("Q", backbone: 2).Has(("teaching_area", 850), ("gym_area", 0), ("sports_ground_area", 1200)),
            Primary("B", backbone: 2).Has(("teaching_area", 900), ("gym_area", 0)),
        ];

        internal Judged Judged { get; } = new Filing(Schools) { Prices = Prices }.JudgeAll();

        public void Dispose() => Judged.Dispose();

        // 200 pupils, at standard but for what is said.
        static FiledSchool Primary(string code, int backbone) => new FiledSchool("530302", code, "primary_school")
            .Stage("primary", 200, ("teachers_college", 0), ("teachers_bachelor", 9), ("teachers_master", 0), ("teachers_doctor", 0), ("teachers_backbone", backbone), ("teachers_pe", 2), ("teachers_music", 0), ("teachers_art", 0))
            .Has(("equipment_value", 400_000), ("multimedia_rooms", 5));
    }
}
