namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>Each open point of the method decides where it should: the same filing by the default and by the other value.</summary>
public sealed class ParameterTests(ParameterTests.Both both) : IClassFixture<ParameterTests.Both>
{
    const int Before = CountyFiling.Judged - 1;

    [Theory]
    [InlineData("special", "14 - all", "met", "not_met below_the_standard")]
    [InlineData("rooms", "10 a all", "not_met too_few_rooms", "met")]
    [InlineData("senior", "11 - all", "met", "not_met over_the_cap")]
    [InlineData("senior", "10 b all", "met", "not_met too_few_rooms")]
    [InlineData("funds", "13 - all", "not_met below_the_standard", "met")]
    [InlineData("zone", "20 - primary", "not_met below_the_standard", "met")]
    [InlineData("retention", "23 - junior", "met", "not_met below_the_standard")]
    public void Indicator_OtherParameterValue_IsJudgedByIt(string county, string row, string byDefault, string otherwise)
    {
        Assert.Equal(byDefault, both.Default.Verdict(county, row));
        Assert.Equal(otherwise, both.Other.Verdict(county, row));
    }

    [Fact]
    public void Retention_ByOneFormula_ShowsTheOther()
    {
        Assert.EndsWith("A = 94.9495", Evidence(both.Default), StringComparison.Ordinal);
        Assert.EndsWith("B = 95.4128", Evidence(both.Other), StringComparison.Ordinal);

        static string Evidence(FiledCounties counties) =>
            (string)counties.Query("select evidence from county_indicator where county_code = 'retention' and year = 2024 and indicator = '23'").Rows[0][0]!;
    }

    [Fact]
    public void Vetoes_ExtendedList_AsksForMore()
    {
        Assert.Equal("met", Veto(both.Default));
        Assert.Equal("unknown", Veto(both.Other));

        static string Veto(FiledCounties counties) =>
            (string)counties.Query("select veto from county_verdict where county_code = 'special' and year = 2024").Rows[0][0]!;
    }

    [Fact]
    public void Parameters_AreInTheirTable() =>
        Assert.Equal("A", both.Other.Query("select value from parameter where name = 'retention'").Rows[0][0]);

    /// <summary>The same counties by both sets of values.</summary>
    public sealed class Both : IDisposable
    {
        internal FiledCounties Default { get; } = new(Counties());

        internal FiledCounties Other { get; } = new(
            Counties(),
            ("special_school_quota", "8000"), ("pool_music_art", "pooled"), ("rooms_and_size_in_complete_secondary", "whole"),
            ("small_school_pupils", "fund_year"), ("in_zone_denominator", "entrants"), ("retention", "A"), ("veto_list", "extended"));

        public void Dispose()
        {
            Default.Dispose();
            Other.Dispose();
        }

        static List<CountyFiling> Counties()
        {
            // Two rooms for 24 classes: one of each kind.
            var rooms = new CountyFiling("rooms").Stage("P", "classes", "24");
            // 300 junior and 1800 senior pupils in 6 and 30 classes.
            var senior = new CountyFiling("senior").Set("school", CountyFiling.Judged, "J", "school_type", "complete_secondary_school");
            senior.Add("stage", CountyFiling.Judged, "J", ("stage", "senior"), ("pupils", "1800"), ("classes", "30"));
            // Funded for 200 + 100 pupils, as there were the year before.
            var funds = new CountyFiling("funds").Stage("T", "pupils", "200", Before).Stage("T", "pupils_in_zone", "200", Before).Set("school_finance", Before, "T", "public_funds_allocated", "210000");
            // All entrants are of the zone, one older pupil is not.
            var zone = new CountyFiling("zone").Stage("T", "pupils_in_zone", "239");
            var retention = new CountyFiling("retention")
                .Fact("junior_graduates", "104").Fact("cohort_transfers_in", "20").Fact("cohort_transfers_out", "10").Fact("cohort_deaths", "1");
            return [new CountyFiling("special"), rooms, senior, funds, zone, retention];
        }
    }
}
