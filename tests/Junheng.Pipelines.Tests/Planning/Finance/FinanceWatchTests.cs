using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Tests.Planning.Outlook;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Planning.Finance;

/// <summary>
/// Four counties under one plan that asks everything the five documents ask. 990101 grows; 990102 stands still (no growth, no decrease); 990103 falls in 2023 and rises again;
/// 990104 filed nothing in 2023. 990101 alone filed its pupils.
/// </summary>
public sealed class FinanceWatchTests(FinanceWatchTests.Worked worked) : IClassFixture<FinanceWatchTests.Worked>
{
    // 990101: 100, 110, 121 of revenue 200, 210, 231: in 2023 10 % against 5 %, in 2024 10 % against 10 %, which is not faster.
    [Theory]
    [InlineData("990101", 2023, "appropriation", "met")]
    [InlineData("990101", 2024, "appropriation", "not_met")]
    [InlineData("990102", 2024, "appropriation", "not_met")]
    [InlineData("990103", 2024, "appropriation", "met")]
    [InlineData("990104", 2024, "appropriation", "unknown")]
    [InlineData("990101", 2024, "spending_per_pupil", "met")]
    [InlineData("990102", 2024, "spending_per_pupil", "not_met")]
    [InlineData("990101", 2024, "pay", "met")]
    [InlineData("990102", 2024, "pay", "not_met")]
    [InlineData("990101", 2024, "public_funds_per_pupil", "met")]
    [InlineData("990102", 2024, "public_funds_per_pupil", "unknown")]
    [InlineData("990101", 2022, "pay", "unknown")]
    public void ThreeGrowths_AskForGrowth(string county, int year, string part, string verdict) => Assert.Equal(verdict, worked.Verdict(county, year, "growths", part));

    // Over two years: what stood still did not fall; the fall of 2023 still counts in 2024; what was not filed in 2023 is known of neither year.
    [Theory]
    [InlineData("990101", 2024, "spending", "met")]
    [InlineData("990102", 2024, "spending", "met")]
    [InlineData("990102", 2024, "spending_per_pupil", "met")]
    [InlineData("990103", 2024, "spending", "not_met")]
    [InlineData("990103", 2023, "spending", "not_met")]
    [InlineData("990104", 2024, "spending", "unknown")]
    [InlineData("990101", 2023, "spending", "unknown")]
    public void TwoNoDecreases_AskForNoFallInAnyOfTheYears(string county, int year, string part, string verdict) =>
        Assert.Equal(verdict, worked.Verdict(county, year, "no-decreases", part));

    // Pay of 80,000 against 80,000 is not below; 79,999 is. Training: 2 + 3 + 5 of 100 is a tenth, 2 + 3 + 4.99 is not. Land: 10 of 100; nothing filed is unknown.
    [Theory]
    [InlineData("990101", "pay", "met")]
    [InlineData("990103", "pay", "not_met")]
    [InlineData("990104", "pay", "unknown")]
    [InlineData("990101", "training", "met")]
    [InlineData("990102", "training", "not_met")]
    [InlineData("990104", "training", "unknown")]
    [InlineData("990101", "land", "met")]
    [InlineData("990102", "land", "unknown")]
    public void Shares_AreHeldAgainstWhatTheClauseNames(string county, string rule, string verdict) => Assert.Equal(verdict, worked.Verdict(county, 2024, rule, ""));

    // Of each school: 50 of 1,000 is 5 %; what was not filed is no pass; 4 of 100 is below. Without a share in the document nothing is met.
    [Theory]
    [InlineData("990101", "each", "met", "")]
    [InlineData("990102", "each", "unknown", "not_filed")]
    [InlineData("990103", "each", "not_met", "schools_below")]
    [InlineData("990101", "each-open", "unknown", "threshold_unknown")]
    [InlineData("990103", "land", "unknown", "not_credible")]
    public void Shares_OfEachSchoolAndBeyondTheWhole_AreNoPass(string county, string rule, string verdict, string reason) =>
        Assert.Equal((verdict, reason), (worked.Verdict(county, 2024, rule, ""), (string)worked.Row(county, 2024, rule, "")[0]!));

    [Fact]
    public void Verdict_StandsWithItsWordsItsCellsAndTheClause()
    {
        var row = worked.Row("990103", 2024, "no-decreases", "spending");

        Assert.Equal(["fell", "2023年比上年减少", "三年教育拨款“两个只增不减”"], [row[0], row[1], row[3]]);
        Assert.Contains("facts.csv", (string)row[2]!, StringComparison.Ordinal);
        Assert.Equal("未填报 2024年：教育财政拨款；2023年：教育财政拨款；2024年：财政经常性收入；2023年：财政经常性收入", worked.Row("990104", 2024, "growths", "appropriation")[1]);
    }

    // A sum over years: whoever leaves a year out is never met where the whole filing is not.
    [Fact]
    public void LeavingOut_NeverMeets() => Assert.Empty(worked.Query("select * from finance_watch where county_code = '990104' and verdict = 'met' and rule in ('growths', 'no-decreases')"));

    public sealed class Worked : IDisposable
    {
        const string Clauses = """

            clauses:
              - {id: growths, kind: three_growths, zh: 三个增长, en: Three growths, quote: 三个增长}
              - {id: no-decreases, kind: two_no_decreases, years: 2, zh: 两个只增不减, en: No decreases, quote: 三年教育拨款“两个只增不减”}
              - {id: pay, kind: pay_not_below, zh: 工资, en: Pay, quote: 不低于公务员}
              - {id: training, kind: training_share, share: 0.10, zh: 培训, en: Training, quote: 10%}
              - {id: each, kind: training_share, by: school, share: 0.05, zh: 各校培训, en: Training of each school, quote: 5%}
              - {id: each-open, kind: training_share, by: school, zh: 各校培训, en: Training of each school, quote: 各校}
              - {id: land, kind: land_income_share, share: 0.10, zh: 土地, en: Land, quote: 10%}

            """;

        const string Header =
            "县,年,拨款,经常性收入,支出,学生,教师工资,公务员工资,公用经费,市培训,县培训,校培训,土地,土地教育\n";

        readonly SmallSource source = new();
        readonly SnapshotReader reader;

        public Worked()
        {
            source.WriteYear(2022);
            source.WriteYear(2023);
            source.Write("plans/small.yaml", Plans.PlanReaderTests.Text.Replace(
                "{code: \"990101\"", string.Concat(new[] { "990102", "990103", "990104" }.Select(code => $"{{code: \"{code}\", name: {{zh: 县{code}, en: County {code}}}, quote: 县}}\n  - ")) + "{code: \"990101\"", StringComparison.Ordinal) + Clauses);
            source.Replace(SmallSource.Yaml, "map: ", "plan: plans/small.yaml\nmap: ");
            source.Append(SmallSource.Yaml, "  - {files: facts.csv, datasets: [county_fact]}\n  - {files: units.csv, datasets: [school_finance]}\n");
            source.Write("units.csv", "年,校,公用,培训\n2024,001,1000,50\n2024,002,1000,50\n2024,003,1000,50\n2024,Z2,50,\n2024,Z3,100,4\n");
            source.Append(SmallSource.Map, """
                  county_fact:
                    - years: 2020-2024
                      columns:
                        {year: 年, county_code: 县, education_appropriation: 拨款, recurrent_revenue: 经常性收入, education_spending: 支出, education_pupils: 学生, teacher_pay_average: 教师工资,
                         civil_servant_pay_average: 公务员工资, public_funds_compulsory: 公用经费, training_funds_city: 市培训, training_funds_county: 县培训, training_funds_schools: 校培训, land_income_net: 土地, land_income_education: 土地教育}
                  school_finance:
                    - years: 2020-2024
                      columns: {year: 年, school_code: 校, public_budget: 公用, training_budget: 培训}

                """);
            foreach (var year in new[] { 2022, 2023, 2024 })
                source.Append(FormattableString.Invariant($"{year}/schools.csv"), "Z2,县二小学,990102,小学,城区,公办\nZ3,县三小学,990103,小学,城区,公办\nZ4,县四小学,990104,小学,城区,公办\n");
            source.Write("facts.csv", Header + """
                990101,2022,100,200,50,10,70000,70000,90,2,3,5,100,10
                990101,2023,110,210,50,10,75000,75000,95,2,3,5,100,10
                990101,2024,121,231,50.01,10,80000,80000,100,2,3,5,100,10
                990102,2022,100,200,50,10,70000,70000,100,2,3,5,,
                990102,2023,100,200,50,10,70000,70000,100,2,3,5,,
                990102,2024,100,200,50,10,70000,70000,100,2,3,4.99,,
                990103,2022,100,200,50,10,70000,70000,100,2,3,5,,
                990103,2023,100,200,49,10,70000,70000,100,2,3,5,,
                990103,2024,100,199,60,10,79999,80000,100,2,3,5,100,101
                990104,2022,100,200,50,10,70000,70000,100,2,3,5,,
                990104,2024,,,90,10,,90000,100,2,3,,,

                """);
            var outcome = source.Build(library: SmallBuild.Whole.For(["finance_watch"]));
            Assert.False(outcome.Failed, string.Join('\n', outcome.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Value}")));
            reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(source.Root, "finance")));
        }

        internal string Verdict(string county, int year, string rule, string part) => (string)Of("verdict", county, year, rule, part)[0]!;

        internal IReadOnlyList<object?> Row(string county, int year, string rule, string part) => Of("reason, why_zh, evidence, quote", county, year, rule, part);

        internal IEnumerable<string> Query(string sql) => reader.Query(sql, CancellationToken.None).Rows.Select(LedgerTests.Join);

        IReadOnlyList<object?> Of(string columns, string county, int year, string rule, string part) => Assert.Single(reader.Query(
            $"select {columns} from finance_watch where county_code = $county and year = $year and rule = $rule and part = $part", CancellationToken.None,
            ("county", county), ("year", year), ("rule", rule), ("part", part)).Rows);

        public void Dispose()
        {
            reader.Dispose();
            source.Dispose();
        }
    }
}
