using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning;

/// <summary>
/// Who answers for a gap. 530302 stands in a plan that names a lead for 01 and 07, several offices and no lead for 04, and nobody for 05; 530303 stands in no plan, so that the pack's own list
/// holds there. The pack (抚顺县 2020) names offices for 05 too, which must not fill the plan's hole.
/// </summary>
public sealed class RemedyDepartmentTests(RemedyDepartmentTests.Worked worked) : IClassFixture<RemedyDepartmentTests.Worked>
{
    readonly Judged judged = worked.Judged;

    // 600 pupils with 23 teachers above the degree lack 2.2, so 3; the offices beside the lead are named and count nothing.
    [Fact]
    public void Lead_CarriesTheAmountAlone_AndTheInvolvedAreNamed() => Assert.Equal(
        [["市教育局", "lead", true, 3d], ["市编办", "with", false, 0d], ["市财政局", "with", false, 0d]],
        Offices("P", "01"));

    [Fact]
    public void SeveralOfficesWithoutALead_LeaveTheAmountWithNobody() => Assert.Equal(
        [["", "none", true, 300d], ["市教育局", "listed", false, 0d], ["市财政局", "listed", false, 0d]],
        Offices("P", "04"));

    // The one that is left at its floor: 3825 − 3600.
    [Fact]
    public void WhatThePlanLeavesOpen_IsNotFilledFromThePack() => Assert.Equal([["", "none", true, 225d]], Offices("P", "05"));

    [Fact]
    public void CountyInNoPlan_GoesByThePack() => Assert.Equal(
        [["", "none"], ["人社局", "listed"], ["教育局", "listed"], ["编办", "listed"]],
        Offices("O", "01").Select(row => row.Take(2)));

    [Fact]
    public void AmountsOverAllOffices_AreThoseOfTheGaps() => Assert.Equal(
        judged.Query("select indicator, cast(sum(amount) as double) from remedy group by indicator order by indicator").Rows,
        judged.Query("select indicator, cast(sum(amount) as double) from remedy_department group by indicator order by indicator").Rows);

    [Theory]
    [InlineData("530302", "01", "市教育局牵头，市编办、市财政局配合", "Education (lead), with Posts, Finance")]
    [InlineData("530302", "04", "市教育局、市财政局（未写明牵头）", "Education, Finance (no lead named)")]
    [InlineData("530302", "06", "市教育局、市财政局（未写明牵头），市编办配合", "Education, Finance (no lead named), with Posts")]
    [InlineData("530302", "07", "市财政局", "Finance")]
    [InlineData("530303", "01", "教育局、编办、人社局（未写明牵头）", "教育局, 编办, 人社局 (no lead named)")]
    public void Offices_InWords_SayWhoLeads(string county, string indicator, string zh, string en) =>
        Assert.Equal([[zh, en]], judged.Query($"select zh, en from office_words where county_code = '{county}' and indicator = '{indicator}'").Rows);

    [Fact]
    public void Offices_OfNobody_AreNoRow() => Assert.Empty(judged.Query("select * from office_words where county_code = '530302' and indicator not in ('01', '04', '06', '07')").Rows);

    IReadOnlyList<IReadOnlyList<object?>> Offices(string school, string indicator) => judged.Query(
        $"select department, role, counted, cast(amount as double) from remedy_department where school_code = '{school}' and indicator = '{indicator}' order by department").Rows;

    public sealed class Worked : IDisposable
    {
        const string Plan = """
            format: 1
            id: offices
            title: {zh: 测试方案（虚构）, en: Test plan (synthetic)}
            issuer: {zh: 测试, en: Test}
            level: city
            synthetic: true
            note: {zh: 测试, en: test}
            source: invented for the test
            departments:
              - {name: 市教育局, en: Education}
              - {name: 市财政局, en: Finance}
              - {name: 市编办, en: Posts}
            counties:
              - {code: "530302", name: {zh: 县, en: County}, quote: 各县, standard: {by: 2025, strength: must, quote: 2025年}}
            duties:
              - {id: "1", section: 一, indicator: "01", zh: 教师, en: Teachers, lead: [市教育局], with: [市编办, 市财政局], quote: 牵头, tasks: [{id: 1-1, zh: 教师, en: Teachers, quote: 教师}]}
              - {id: "4", section: 一, indicator: "04", zh: 用房, en: Rooms, listed: [市教育局, 市财政局], quote: 单位, tasks: [{id: 4-1, zh: 用房, en: Rooms, quote: 用房}]}
              - {id: "5", section: 一, indicator: "05", zh: 场馆, en: Grounds, tasks: [{id: 5-1, zh: 场馆, en: Grounds, quote: 场馆}]}
              - {id: "6", section: 一, indicator: "06", zh: 设备, en: Equipment, listed: [市教育局, 市财政局], with: [市编办], quote: 单位, tasks: [{id: 6-1, zh: 设备, en: Equipment, quote: 设备}]}
              - {id: "7", section: 一, indicator: "07", zh: 教室, en: Classrooms, lead: [市财政局], quote: 单位, tasks: [{id: 7-1, zh: 教室, en: Classrooms, quote: 教室}]}

            """;

        internal Judged Judged { get; } = new Filing(School("530302", "P"), School("530303", "O")) { RulePack = "fushun-2020", Plan = Plan }.Judge("remedy_department", "office_words");

        public void Dispose() => Judged.Dispose();

        static FiledSchool School(string county, string code) => new FiledSchool(county, code, "primary_school")
            .Stage("primary", 600, ("teachers_college", 0), ("teachers_bachelor", 23), ("teachers_master", 0), ("teachers_doctor", 0), ("teachers_backbone", 6), ("teachers_pe", 6), ("teachers_music", 0), ("teachers_art", 0))
            .Has(("teaching_area", 2400), ("gym_area", 0), ("sports_ground_area", 3600), ("equipment_value", 1_200_000), ("multimedia_rooms", 14));
    }
}
