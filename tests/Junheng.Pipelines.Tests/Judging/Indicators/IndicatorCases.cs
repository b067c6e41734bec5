using System.Globalization;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>Every part on both sides of its threshold, on it, with a missing input, a zero denominator, and where it does not apply. The numbers are worked by hand.</summary>
static class IndicatorCases
{
    const int Before = CountyFiling.Judged - 1;

    public static IReadOnlyList<IndicatorCase> All { get; } =
    [
        .. CountyJudgements(),
        .. SchoolJudgements(),
        .. Rooms(),
        .. Sizes(),
        .. SmallSchools(),
        .. CountyRatios(),
        .. WholeShares(),
        .. Neighbourhood(),
        .. Training(),
        .. Monitoring(),
        .. Survey(),
    ];

    static IndicatorCase Met(string name, string row, Action<CountyFiling> change) => new(name, row, "met", "", change);

    static IndicatorCase NotMet(string name, string row, string reason, Action<CountyFiling> change) => new(name, row, "not_met", reason, change);

    static IndicatorCase Unknown(string name, string row, string reason, Action<CountyFiling> change) => new(name, row, "unknown", reason, change);

    static IndicatorCase NotApplicable(string name, string row, string reason, Action<CountyFiling> change) => new(name, row, "not_applicable", reason, change);

    static IEnumerable<IndicatorCase> CountyJudgements()
    {
        foreach (var (item, row) in new[]
        {
            ("08", "08 - all"), ("09a", "09 a all"), ("09b", "09 b all"), ("09c", "09 c all"), ("09d", "09 d all"),
            ("15b", "15 b all"), ("17", "17 - all"), ("21b", "21 b junior"), ("22a", "22 a all"),
        })
        {
            yield return Met("yes, with evidence, of the year", row, _ => { });
            yield return NotMet("no", row, "judged_not_met", county => county.Rejudge("", item, "no"));
            yield return NotMet("no needs no evidence", row, "judged_not_met", county => county.Rejudge("", item, "no", evidence: ""));
            yield return Unknown("nobody judged", row, "judgement_not_filed", county => county.Unjudge("", item));
            yield return Unknown("yes without evidence", row, "claimed_without_evidence", county => county.Rejudge("", item, "yes", evidence: ""));
            yield return Unknown("yes of the year before", row, "claimed_before_the_year", county => county.Rejudge("", item, "yes", "2023-12-31"));
            yield return Unknown("yes without a date", row, "claimed_before_the_year", county => county.Rejudge("", item, "yes", date: ""));
            yield return Met("yes of the first day of the year", row, county => county.Rejudge("", item, "yes", "2024-01-01"));
            yield return Unknown("a grade where yes or no is asked", row, "result_not_understood", county => county.Rejudge("", item, "good"));
            yield return NotMet("the city's no over its own yes", row, "judged_not_met", county => county.Judge("", item, "city", "no"));
            yield return Met("the nation's yes over the city's no", row, county => county.Judge("", item, "city", "no").Judge("", item, "nation", "yes"));
            yield return Unknown("the province's bare yes over its own yes", row, "claimed_without_evidence", county => county.Judge("", item, "province", "yes", evidence: ""));
        }

        yield return NotApplicable("no junior stage", "21 b junior", "no_such_stage", county => county.Close("J"));
        yield return NotMet("one of four parts", "09 - all", "part_not_met", county => county.Rejudge("", "09c", "no"));
        yield return Unknown("one of four parts unknown", "09 - all", "part_unknown", county => county.Unjudge("", "09b"));
        yield return NotMet("one part fails, another is unknown", "09 - all", "part_not_met", county => county.Unjudge("", "09b").Rejudge("", "09d", "no"));
        yield return NotApplicable("no part applies", "21 - junior", "parts_not_applicable", county => county.Close("J"));
    }

    static IEnumerable<IndicatorCase> SchoolJudgements()
    {
        foreach (var item in new[] { "25", "27", "29", "30" })
        {
            var row = item + " - all";
            yield return Met("every school yes", row, _ => { });
            yield return NotMet("one school no", row, "judged_not_met", county => county.Rejudge("T", item, "no"));
            yield return Unknown("one school has no row", row, "judgement_not_filed", county => county.Unjudge("V", item));
            yield return Unknown("one school without evidence", row, "claimed_without_evidence", county => county.Rejudge("P", item, "yes", evidence: ""));
            yield return Unknown("one school judged the year before", row, "claimed_before_the_year", county => county.Rejudge("P", item, "yes", "2023-06-01"));
            yield return NotMet("one no, one missing", row, "judged_not_met", county => county.Unjudge("V", item).Rejudge("P", item, "no"));
            yield return NotApplicable("only a special school", row, "no_school_in_scope", county => county.Close("P", "J", "T", "V"));
        }

        yield return Met("good", "28 - all", _ => { });
        yield return Met("excellent", "28 - all", county => county.Rejudge("P", "28", "excellent"));
        yield return NotMet("fair", "28 - all", "judged_not_met", county => county.Rejudge("P", "28", "fair"));
        yield return NotMet("poor without evidence", "28 - all", "judged_not_met", county => county.Rejudge("P", "28", "poor", evidence: ""));
        yield return Unknown("yes where a grade is asked", "28 - all", "result_not_understood", county => county.Rejudge("P", "28", "yes"));
        yield return Unknown("good without evidence", "28 - all", "claimed_without_evidence", county => county.Rejudge("P", "28", "good", evidence: ""));
        yield return Unknown("one school has no grade", "28 - all", "judgement_not_filed", county => county.Unjudge("J", "28"));
        yield return NotApplicable("only a special school", "28 - all", "no_school_in_scope", county => county.Close("P", "J", "T", "V"));
    }

    static IEnumerable<IndicatorCase> Rooms()
    {
        foreach (var (row, kind, on, under) in new[] { ("10 a all", "music", "96", "95.99"), ("10 b all", "art", "90", "89.99") })
        {
            bool OfKind(Dictionary<string, string> room) => room["room_kind"] == kind;
            yield return Met("more than the area", row, _ => { });
            yield return Met("exactly the area", row, county => county.Set("room", CountyFiling.Judged, "P", "room_area", on, OfKind));
            yield return NotMet("a hair under the area", row, "too_few_rooms", county => county.Set("room", CountyFiling.Judged, "P", "room_area", under, OfKind));
            yield return NotMet("a thirteenth class needs a second room", row, "too_few_rooms", county => county.Stage("P", "classes", "13"));
            yield return NotMet("none, filed as area 0", row, "too_few_rooms", county => county.Set("room", CountyFiling.Judged, "P", "room_area", "0", OfKind));
            yield return Unknown("no row of the kind", row, "rooms_not_filed", county => county.Remove("room", CountyFiling.Judged, "P", OfKind));
            yield return Unknown("the area is blank", row, "room_area_not_filed", county => county.Set("room", CountyFiling.Judged, "P", "room_area", "", OfKind));
            yield return Unknown("the classes are blank", row, "classes_not_filed", county => county.Stage("P", "classes", ""));
            yield return Met("a teaching point of 49 needs none", row, county => county.Stage("V", "pupils", "49"));
            yield return Unknown("a teaching point of 50 needs one", row, "rooms_not_filed", county => county.Stage("V", "pupils", "50"));
            yield return NotApplicable("no school in scope", row, "no_school_in_scope", county => county.Close("P", "J", "T", "V"));
        }
    }

    static IEnumerable<IndicatorCase> Sizes()
    {
        yield return Met("2000 pupils", "11 - all", county => county.Stage("P", "pupils", "2000"));
        yield return NotMet("2001 pupils", "11 - all", "over_the_cap", county => county.Stage("P", "pupils", "2001"));
        yield return Unknown("pupils blank", "11 - all", "pupils_not_filed", county => county.Stage("P", "pupils", ""));
        yield return NotApplicable("no school in scope", "11 - all", "no_school_in_scope", county => county.Close("P", "J", "T", "V"));
        yield return Met("a nine-year school of 2500", "11 - all", county => NineYear(county, "1500", "1000"));
        yield return NotMet("a nine-year school of 2501", "11 - all", "over_the_cap", county => NineYear(county, "1500", "1001"));
        yield return Unknown("a nine-year school with a blank stage", "11 - all", "pupils_not_filed", county => NineYear(county, "1500", ""));
        yield return NotMet("over already, whatever the blank stage has", "11 - all", "over_the_cap", county => NineYear(county, "2501", ""));

        foreach (var (stage, school, cap, over) in new[] { ("primary", "P", "45", "46"), ("junior", "J", "50", "51") })
        {
            var row = $"12 - {stage}";
            yield return Met("bands below the cap", row, _ => { });
            yield return Met("a band that ends at the cap", row, county => county.Set("class_band", CountyFiling.Judged, school, "band_to", cap));
            yield return Unknown("a band that ends above the cap", row, "band_straddles_cap", county => county.Set("class_band", CountyFiling.Judged, school, "band_to", over));
            yield return Unknown("an open band that begins below the cap", row, "band_straddles_cap", county => county.Set("class_band", CountyFiling.Judged, school, "band_to", ""));
            yield return NotMet("a band above the cap", row, "over_the_cap", county => county.Set("class_band", CountyFiling.Judged, school, "band_from", over).Set("class_band", CountyFiling.Judged, school, "band_to", ""));
            yield return Unknown("a band without its count", row, "class_size_not_filed", county => county.Set("class_band", CountyFiling.Judged, school, "band_classes", ""));
            yield return Unknown("bands of fewer classes than there are", row, "classes_incomplete", county => county.Set("class_band", CountyFiling.Judged, school, "band_classes", "5"));
            yield return Unknown("no sizes at all", row, "class_size_not_filed", county => county.Remove("class_band", CountyFiling.Judged, school));
            yield return Unknown("nobody says how many classes there are", row, "classes_not_filed", county => county.Stage(school, "classes", ""));
            yield return Met("classes one by one at the cap", row, county => Classes(county, school, stage, cap));
            yield return NotMet("one class over the cap", row, "over_the_cap", county => Classes(county, school, stage, cap).Set("class", CountyFiling.Judged, school, "class_pupils", over, one => one["class"] == "1"));
            yield return Unknown("one class blank", row, "class_size_not_filed", county => Classes(county, school, stage, cap).Set("class", CountyFiling.Judged, school, "class_pupils", "", one => one["class"] == "1"));
            yield return Unknown("one class missing, whatever the bands say", row, "classes_incomplete", county => Classes(county, school, stage, cap).Remove("class", CountyFiling.Judged, school, one => one["class"] == "1"));
        }

        yield return NotApplicable("no junior stage", "12 - junior", "no_such_stage", county => county.Close("J"));
    }

    static IEnumerable<IndicatorCase> SmallSchools()
    {
        const string Row = "13 - all";
        // T keeps the accounts of V: 700 × (240 + 100) = 238000.
        yield return Met("exactly as 100 pupils", Row, county => county.Set("school_finance", Before, "T", "public_funds_allocated", "238000"));
        yield return NotMet("one yuan less", Row, "below_the_standard", county => county.Set("school_finance", Before, "T", "public_funds_allocated", "237999"));
        yield return Met("the point's own row counts with its keeper's", Row, county =>
        {
            county.Set("school_finance", Before, "T", "public_funds_allocated", "168000");
            county.Add("school_finance", Before, "V", ("public_funds_allocated", "70000"));
        });
        yield return Unknown("the point's own row is blank", Row, "budget_not_filed", county => county.Add("school_finance", Before, "V", ("training_budget", "1")));
        yield return Unknown("the keeper's row is blank", Row, "budget_not_filed", county => county.Set("school_finance", Before, "T", "public_funds_allocated", ""));
        yield return Unknown("only the point files", Row, "budget_not_filed", county =>
        {
            county.Remove("school_finance", Before, "T");
            county.Add("school_finance", Before, "V", ("public_funds_allocated", "900000"));
        });
        yield return Unknown("this year's money is not last year's", Row, "budget_not_filed", county => county.Remove("school_finance", Before, "T"));
        yield return Unknown("no quota", Row, "quota_not_filed", county => county.Fact("quota_primary", "", Before));
        yield return Unknown("a quota of zero", Row, "quota_not_filed", county => county.Fact("quota_primary", "0", Before));
        yield return Unknown("pupils of the point blank", Row, "pupils_not_filed", county => county.Stage("V", "pupils", ""));
        yield return Unknown("pupils of the keeper blank", Row, "pupils_not_filed", county => county.Stage("T", "pupils", ""));
        yield return NotApplicable("100 pupils", Row, "no_school_in_scope", county => county.Stage("V", "pupils", "100"));
        yield return Met("99 pupils", Row, county => county.Stage("V", "pupils", "99").Set("school_finance", Before, "T", "public_funds_allocated", "238000"));
        yield return NotApplicable("a small school that is no village school", Row, "no_school_in_scope", county => county.Close("V").Stage("P", "pupils", "90"));
        yield return NotMet("a village school of 90 with its own accounts", Row, "below_the_standard", county =>
            county.Close("V").Set("school", CountyFiling.Judged, "P", "village", "yes").Stage("P", "pupils", "90").Set("school_finance", Before, "P", "public_funds_allocated", "69999"));
    }

    static IEnumerable<IndicatorCase> CountyRatios()
    {
        foreach (var (row, numerator, denominator, year, on, under, of) in new[]
        {
            ("14 - all", "special_funds", "special_pupils", CountyFiling.Judged, "600000", "599999.99", "100"),
            ("15 a all", "teacher_pay_average", "civil_servant_pay_average", CountyFiling.Judged, "88000", "87999.99", "88000"),
            ("18 a all", "teachers_rotated", "teachers_rotation_eligible", Before, "20", "19", "200"),
            ("18 b all", "teachers_rotated_backbone", "teachers_rotated", Before, "4", "3", "20"),
            ("21 a junior", "senior_places_allocated", "senior_places_planned", CountyFiling.Judged, "100", "99", "200"),
            ("22 b all", "migrant_children_public", "migrant_children_eligible", CountyFiling.Judged, "75", "74", "100"),
            ("23 - junior", "junior_graduates", "cohort_entrants", CountyFiling.Judged, "95", "94", "100"),
            ("24 - all", "disabled_children_enrolled", "disabled_children", CountyFiling.Judged, "95", "94", "100"),
        })
        {
            yield return Met("above", row, _ => { });
            yield return Met("on it", row, county => county.Fact(numerator, on, year).Fact(denominator, of, year));
            yield return NotMet("below", row, "below_the_standard", county => county.Fact(numerator, under, year).Fact(denominator, of, year));
            yield return Unknown("no numerator", row, "input_not_filed", county => county.Fact(numerator, "", year));
            yield return Unknown("no denominator", row, "input_not_filed", county => county.Fact(denominator, "", year));
            if (row is "22 b all" or "24 - all")
                yield return NotApplicable("filed as zero", row, "filed_as_zero", county => county.Fact(numerator, "0").Fact(denominator, "0").Fact("migrant_children_purchased", "0"));
            else
                yield return Unknown("zero", row, "zero_denominator", county => Zero(county, numerator, denominator, year));
            if (row is not ("14 - all" or "15 a all"))
                yield return Unknown("more than there are", row, "not_credible", county => county.Fact(numerator, "250", year));
        }

        yield return NotApplicable("no special school", "14 - all", "no_such_school", county => county.Close("S"));
        yield return Met("public and purchased places add up", "22 b all", county => county.Fact("migrant_children_public", "1").Fact("migrant_children_purchased", "84"));
        yield return Unknown("purchased places blank", "22 b all", "input_not_filed", county => county.Fact("migrant_children_purchased", ""));
        // 104 of 100 + 20 − 10 − 1 = 109 is 95.41 %; 103 is 94.49 %.
        yield return Met("transfers and deaths", "23 - junior", county => Cohort(county, "104", "20", "10", "1"));
        yield return NotMet("transfers and deaths, one fewer", "23 - junior", "below_the_standard", county => Cohort(county, "103", "20", "10", "1"));
        yield return Unknown("deaths blank", "23 - junior", "input_not_filed", county => county.Fact("cohort_deaths", ""));
        yield return NotApplicable("no junior stage", "23 - junior", "no_such_stage", county => county.Close("J"));
        yield return NotApplicable("no junior stage", "21 a junior", "no_such_stage", county => county.Close("J"));
        yield return Met("this year's rotation is not last year's", "18 a all", county => county.Fact("teachers_rotated", "0"));
        yield return NotMet("one part of two", "15 - all", "part_not_met", county => county.Fact("teacher_pay_average", "1"));
    }

    static IEnumerable<IndicatorCase> WholeShares()
    {
        foreach (var (row, field) in new[] { ("16 - all", "teachers_trained"), ("19 - all", "teachers_certified") })
        {
            yield return Met("all", row, _ => { });
            yield return NotMet("all but one", row, "below_the_standard", county => county.Stage("T", field, "15"));
            yield return NotMet("one short, hidden by another's excess", row, "below_the_standard", county => county.Stage("T", field, "15").Stage("P", field, "31"));
            yield return Unknown("more than there are", row, "not_credible", county => county.Stage("P", field, "31"));
            yield return Unknown("one school blank", row, "input_not_filed", county => county.Stage("J", field, ""));
            yield return Unknown("one school's teachers blank", row, "input_not_filed", county => county.Stage("J", "teachers", ""));
            yield return NotMet("one short, one blank", row, "below_the_standard", county => county.Stage("J", field, "").Stage("T", field, "15"));
            yield return Unknown("no teachers anywhere", row, "zero_denominator", county =>
            {
                foreach (var school in new[] { "P", "J", "T", "V" }) county.Stage(school, field, "0").Stage(school, "teachers", "0");
            });
            yield return NotApplicable("no school in scope", row, "no_school_in_scope", county => county.Close("P", "J", "T", "V"));
        }
    }

    static IEnumerable<IndicatorCase> Neighbourhood()
    {
        yield return Met("all", "20 - primary", _ => { });
        yield return NotMet("all but one", "20 - primary", "below_the_standard", county => county.Stage("T", "pupils_in_zone", "239"));
        yield return Unknown("blank", "20 - primary", "input_not_filed", county => county.Stage("T", "pupils_in_zone", ""));
        yield return Unknown("more than there are", "20 - primary", "not_credible", county => county.Stage("T", "pupils_in_zone", "241"));
        yield return Met("a rural school is not asked", "20 - primary", county => county.Stage("V", "pupils_in_zone", "1"));
        yield return Met("a private school is not asked", "20 - primary", county => county.Set("school", CountyFiling.Judged, "T", "founder", "private").Stage("T", "pupils_in_zone", "1"));
        yield return Met("a boarding school is not asked", "20 - primary", county => county.Set("school", CountyFiling.Judged, "T", "boarding", "yes").Stage("T", "pupils_in_zone", "1"));
        yield return NotMet("nobody says whether it boards", "20 - primary", "below_the_standard", county => county.Set("school", CountyFiling.Judged, "T", "boarding", "").Stage("T", "pupils_in_zone", "1"));
        yield return NotApplicable("only private schools", "20 - primary", "no_school_in_scope", county =>
            county.Set("school", CountyFiling.Judged, "T", "founder", "private").Set("school", CountyFiling.Judged, "P", "founder", "private"));
        yield return Met("above 95 %", "20 - junior", county => county.Stage("J", "pupils_in_zone", "286"));
        yield return Met("95 %", "20 - junior", county => county.Stage("J", "pupils_in_zone", "285"));
        yield return NotMet("below 95 %", "20 - junior", "below_the_standard", county => county.Stage("J", "pupils_in_zone", "284"));
        yield return Unknown("blank", "20 - junior", "input_not_filed", county => county.Stage("J", "pupils_in_zone", ""));
        yield return NotApplicable("no junior stage", "20 - junior", "no_such_stage", county => county.Close("J"));
    }

    static IEnumerable<IndicatorCase> Training()
    {
        const string Row = "26 - all";
        yield return Met("6 %", Row, _ => { });
        yield return Met("5 %", Row, county => county.Set("school_finance", CountyFiling.Judged, "P", "training_budget", "50000"));
        yield return NotMet("a hair under 5 %", Row, "below_the_standard", county => county.Set("school_finance", CountyFiling.Judged, "P", "training_budget", "49999.99"));
        yield return Unknown("blank", Row, "budget_not_filed", county => county.Set("school_finance", CountyFiling.Judged, "P", "training_budget", ""));
        yield return Unknown("no row", Row, "budget_not_filed", county => county.Remove("school_finance", CountyFiling.Judged, "P"));
        yield return Unknown("a budget of zero", Row, "zero_denominator", county =>
            county.Set("school_finance", CountyFiling.Judged, "P", "public_budget", "0").Set("school_finance", CountyFiling.Judged, "P", "training_budget", "0"));
        yield return Unknown("more for training than there is", Row, "not_credible", county => county.Set("school_finance", CountyFiling.Judged, "P", "training_budget", "1000001"));
        yield return Met("last year's budget is not asked", Row, county => county.Remove("school_finance", Before, "P"));
        yield return NotApplicable("no school in scope", Row, "no_school_in_scope", county => county.Close("P", "J", "T", "V"));
    }

    static IEnumerable<IndicatorCase> Monitoring()
    {
        foreach (var stage in new[] { "primary", "junior" })
        {
            bool Here(Dictionary<string, string> row) => row["stage"] == stage;
            yield return Met("level III", $"31 level-mathematics {stage}", _ => { });
            yield return Met("level IV", $"31 level-mathematics {stage}", county => county.Set("monitoring", CountyFiling.Judged, "", "achievement_level", "4", Here));
            yield return NotMet("level II", $"31 level-mathematics {stage}", "below_the_standard", county => county.Set("monitoring", CountyFiling.Judged, "", "achievement_level", "2", Here));
            yield return Unknown("level blank", $"31 level-mathematics {stage}", "input_not_filed", county => county.Set("monitoring", CountyFiling.Judged, "", "achievement_level", "", Here));
            yield return Met("below 0.15", $"31 between-mathematics {stage}", county => county.Set("monitoring", CountyFiling.Judged, "", "between_rate", "0.149999", Here));
            yield return NotMet("0.15 is not below 0.15", $"31 between-mathematics {stage}", "below_the_standard", county => county.Set("monitoring", CountyFiling.Judged, "", "between_rate", "0.15", Here));
            yield return NotMet("above 0.15", $"31 between-mathematics {stage}", "below_the_standard", county => county.Set("monitoring", CountyFiling.Judged, "", "between_rate", "0.2", Here));
            yield return Unknown("rate blank", $"31 between-mathematics {stage}", "input_not_filed", county => county.Set("monitoring", CountyFiling.Judged, "", "between_rate", "", Here));
            yield return Unknown("a stage not covered", $"31 level {stage}", "monitoring_not_filed", county => county.Remove("monitoring", CountyFiling.Judged, "", Here));
            yield return NotMet("one subject of two", $"31 - {stage}", "part_not_met", county =>
                county.Add("monitoring", CountyFiling.Judged, "", ("stage", stage), ("subject", "science"), ("achievement_level", "2"), ("between_rate", "0.1")));
            yield return Met("the latest before the year", $"31 level-mathematics {stage}", county => county.Set("monitoring", CountyFiling.Judged, "", "year", "2022"));
            yield return Unknown("a later one is not yet known", $"31 between {stage}", "monitoring_not_filed", county => county.Set("monitoring", CountyFiling.Judged, "", "year", "2025"));
        }

        yield return NotApplicable("no junior stage", "31 level junior", "no_such_stage", county => county.Close("J"));
    }

    static IEnumerable<IndicatorCase> Survey()
    {
        const string Row = "32 - all";
        bool All(Dictionary<string, string> row) => row["respondents"] == "all";
        yield return Met("90 %", Row, _ => { });
        yield return Met("85 %", Row, county => county.Set("survey", CountyFiling.Judged, "", "survey_satisfied", "850", All));
        yield return NotMet("one answer short", Row, "below_the_standard", county => county.Set("survey", CountyFiling.Judged, "", "survey_satisfied", "849", All));
        yield return Unknown("satisfied blank", Row, "input_not_filed", county => county.Set("survey", CountyFiling.Judged, "", "survey_satisfied", "", All));
        yield return Unknown("nobody asked", Row, "survey_not_filed", county => county.Remove("survey", CountyFiling.Judged, ""));
        yield return Unknown("the county asked by itself", Row, "survey_claimed", county => county.Set("survey", CountyFiling.Judged, "", "assessor", "self"));
        yield return Unknown("the province asked", Row, "survey_claimed", county => county.Set("survey", CountyFiling.Judged, "", "assessor", "province"));
        yield return Unknown("no valid answers", Row, "zero_denominator", county => county.Set("survey", CountyFiling.Judged, "", "survey_satisfied", "0").Set("survey", CountyFiling.Judged, "", "survey_valid", "0"));
        yield return Unknown("more satisfied than asked", Row, "not_credible", county => county.Set("survey", CountyFiling.Judged, "", "survey_satisfied", "1001"));
        yield return Unknown("last year's survey", Row, "survey_not_filed", county => county.Set("survey", CountyFiling.Judged, "", "year", "2023"));
    }

    static void Zero(CountyFiling county, string numerator, string denominator, int year) => county.Fact(numerator, "0", year).Fact(denominator, "0", year);

    static void Cohort(CountyFiling county, string graduates, string moved, string left, string dead) =>
        county.Fact("junior_graduates", graduates).Fact("cohort_transfers_in", moved).Fact("cohort_transfers_out", left).Fact("cohort_deaths", dead);

    static void NineYear(CountyFiling county, string primary, string junior)
    {
        county.Set("school", CountyFiling.Judged, "P", "school_type", "nine_year_school").Stage("P", "pupils", primary);
        county.Add("stage", CountyFiling.Judged, "P", ("stage", "junior"), ("pupils", junior));
    }

    static CountyFiling Classes(CountyFiling county, string school, string stage, string pupils)
    {
        for (var number = 1; number <= (school == "P" ? 12 : 6); number++)
            county.Add("class", CountyFiling.Judged, school, ("stage", stage), ("class", number.ToString(CultureInfo.InvariantCulture)), ("class_pupils", pupils));
        return county;
    }
}
