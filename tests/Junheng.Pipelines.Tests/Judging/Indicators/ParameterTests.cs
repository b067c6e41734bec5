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

    [Theory]
    [InlineData("survey", "32 - all", "not_met below_the_standard", "met")]
    [InlineData("private", "11 - all", "not_met over_the_cap", "met")]
    [InlineData("campus", "11 - all", "not_met over_the_cap", "met")]
    [InlineData("training", "16 - all", "not_met below_the_standard", "met")]
    public void Indicator_OpenPoint_IsJudgedByItsValue(string county, string row, string byDefault, string otherwise)
    {
        Assert.Equal(byDefault, both.Default.Verdict(county, row));
        Assert.Equal(otherwise, both.Other.Verdict(county, row));
    }

    [Fact]
    public void Kindergarten_EitherWayRound_IsTheWorkedExample()
    {
        Assert.Equal(1.1 * 1500 / 324, Value(both.Default), 12);
        Assert.Equal(1500.0 / 306, Value(both.Other), 12);

        static double Value(FiledCounties counties) =>
            (double)counties.Query("select value from school_indicator where school_code = 'kinderT' and year = 2024 and stage = 'primary' and indicator = '04'").Rows[0][0]!;
    }

    [Fact]
    public void Value_IsShownToThePlacesOfTheForm_OrAsComputed()
    {
        Assert.Equal(5.09, Shown(both.Default), 12);
        Assert.Equal(1500.0 / 306, Shown(both.Other), 12);

        static double Shown(FiledCounties counties) =>
            (double)counties.Query("select value_shown from school_indicator where school_code = 'kinderT' and year = 2024 and stage = 'primary' and indicator = '04'").Rows[0][0]!;
    }

    [Fact]
    public void IncompleteSchool_IsInWithAFlag_OrOut()
    {
        Assert.Equal([true], InScope(both.Default));
        Assert.Equal([false], InScope(both.Other));
        Assert.Equal("grades_incomplete", both.Default.Query("select flags from school_verdict where school_code = 'newJ' and year = 2024").Rows[0][0]);

        static IEnumerable<object?> InScope(FiledCounties counties) =>
            counties.Query("select distinct in_scope from school_scope where school_code = 'newJ' and year = 2024 and stage = 'junior' and indicator in ('01', '04')").Rows.Select(row => row[0]);
    }

    [Fact]
    public void FiveFour_MovesGradeSixToJunior()
    {
        using var counties = new FiledCounties(
            [new CountyFiling("five").Stage("P", "pupils_grade_6", "75").Stage("P", "classes_grade_6", "2").Stage("T", "pupils_grade_6", "0").Stage("T", "classes_grade_6", "0")],
            ("grade_system", "five_four"), ("training_window", "prorated"));

        var rows = counties.Query(
            "select concat_ws(' ', school_code, stage, coalesce(cast(cast(pupils as integer) as varchar), '?'), coalesce(cast(cast(classes as integer) as varchar), '?')) from school_stage where year = 2024 order by 1").Rows;
        // V did not say how many of its pupils are in grade 6.
        Assert.Equal(["fiveJ junior 300 6", "fiveP junior 75 2", "fiveP primary 375 10", "fiveT primary 240 6", "fiveV primary ? ?"], rows.Select(row => (string)row[0]!));
        Assert.Equal("unknown input_not_filed", counties.Verdict("five", "16 - all"));
    }

    [Fact]
    public void Training_ProRata_AsksForTheHoursDueSoFar()
    {
        using var counties = FiledCounties.Unchecked([Prorated("all", "16"), Prorated("short", "15")], ("training_window", "prorated"));

        Assert.Equal("met", counties.Verdict("all", "16 - all"));
        Assert.Equal("not_met below_the_standard", counties.Verdict("short", "16 - all"));

        // By the rolling window nobody would pass.
        static CountyFiling Prorated(string code, string town) => new CountyFiling(code).Stage("P", "teachers_trained", "0")
            .Stage("P", "teachers_trained_prorated", "30").Stage("J", "teachers_trained_prorated", "25").Stage("T", "teachers_trained_prorated", town).Stage("V", "teachers_trained_prorated", "3");
    }

    // Rounded half up to one place for a share and three for a coefficient, then tested: 84.95 is 85.0, and 0.5005 is 0.501.
    [Fact]
    public void Rounding_BeforeTheTest_TakesTheTieUp()
    {
        using var counties = FiledCounties.Unchecked([Survey("tie", "8495"), Survey("below", "8494"), Equipment("even", 3751, 1249), Equipment("odd", 3001, 999)], ("rounding", "before"));

        Assert.Equal("met", counties.Verdict("tie", "32 - all"));
        Assert.Equal("not_met below_the_standard", counties.Verdict("below", "32 - all"));
        Assert.Equal((0.5004, "met"), Coefficient("even"));
        Assert.Equal((0.5005, "not_met"), Coefficient("odd"));
        Assert.Equal("decided_in_rationals,rounding_sensitive", (string)counties.Query("select flags from county_coefficient where county_code = 'odd' and year = 2024 and stage = 'primary' and indicator = '06'").Rows[0][0]!);

        (double, string) Coefficient(string county)
        {
            var row = counties.Query("select round(cv, 9), verdict from county_coefficient where county_code = $county and year = 2024 and stage = 'primary' and indicator = '06'", ("county", county)).Rows[0];
            return ((double)row[0]!, (string)row[1]!);
        }

        static CountyFiling Survey(string code, string satisfied) => new CountyFiling(code)
            .Set("survey", CountyFiling.Judged, "", "survey_valid", "10000").Set("survey", CountyFiling.Judged, "", "survey_satisfied", satisfied);

        // Two schools of 100 pupils; a teaching point of 40 is not counted.
        static CountyFiling Equipment(string code, int one, int other)
        {
            var county = new CountyFiling(code).Stage("P", "pupils", "100").Stage("T", "pupils", "100");
            county.Add("facility", CountyFiling.Judged, "P", ("equipment_value", FormattableString.Invariant($"{one * 100}")));
            county.Add("facility", CountyFiling.Judged, "T", ("equipment_value", FormattableString.Invariant($"{other * 100}")));
            return county;
        }
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
            ("small_school_pupils", "fund_year"), ("in_zone_denominator", "entrants"), ("retention", "A"), ("veto_list", "extended"),
            ("rounding", "before"), ("private_schools", "out"), ("campuses", "stand_alone"), ("training_window", "cycle_end"), ("kindergarten_weight", "child_heavier"),
            ("display_rounding", "none"), ("incomplete_schools", "out"));

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
            // 84.96 % is 85.0 % on the form.
            var survey = new CountyFiling("survey").Set("survey", CountyFiling.Judged, "", "survey_valid", "10000").Set("survey", CountyFiling.Judged, "", "survey_satisfied", "8496");
            var owned = new CountyFiling("private").Set("school", CountyFiling.Judged, "P", "founder", "private").Stage("P", "pupils", "2001");
            // 1200 pupils and 801 on a campus.
            var campus = new CountyFiling("campus").Stage("P", "pupils", "1200");
            campus.Add("school", CountyFiling.Judged, "C", ("school_name", "campus"), ("school_type", "primary_school"), ("area", "urban"), ("founder", "public"), ("boarding", "no"), ("village", "no"), ("counted", "no"), ("parent_code", "campusP"));
            campus.Add("stage", CountyFiling.Judged, "C", ("stage", "primary"), ("pupils", "801"), ("classes", "18"));
            var training = new CountyFiling("training").Stage("P", "teachers_trained", "29");
            foreach (var (school, teachers) in new[] { ("P", "30"), ("J", "25"), ("T", "16"), ("V", "3") }) training.Stage(school, "teachers_trained_cycle", teachers);
            var kinder = new CountyFiling("kinder");
            kinder.Add("stage", CountyFiling.Judged, "T", ("stage", "kindergarten"), ("pupils", "60"));
            kinder.Add("facility", CountyFiling.Judged, "T", ("teaching_area", "1500"), ("gym_area", "0"));
            var opened = new CountyFiling("new").Set("school", CountyFiling.Judged, "J", "grades_complete", "no");
            return [new CountyFiling("special"), rooms, senior, funds, zone, retention, survey, owned, campus, training, kinder, opened];
        }
    }
}
