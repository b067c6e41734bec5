using System.Globalization;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>
/// Pupils from grade to grade, by hand. To P's first grade came 40 a year up to 2019, then 64, 96, 144, 216 and 324: half as many again. Everybody moves up but into the sixth grade,
/// which three in four reach (in 2022 one in four). Of those who leave it four in five go to the county's junior schools, a quarter to J1 and the rest to J2; all of them stay.
/// </summary>
public sealed class CohortProjectionTests(CohortProjectionTests.Graded graded) : IClassFixture<CohortProjectionTests.Graded>
{
    // 2025: 486, 324, 216, 144, 96 and ¾ of 64. 2026: 729, 486, 324, 216, 144 and ¾ of 96. J1 takes ¼ of 0.8 × 30, then of 0.8 × 48; J1 had 6, 2, 6 and J2 18, 6, 18.
    [Theory]
    [InlineData("P", 2025, 486 + 324 + 216 + 144 + 96 + 48)]
    [InlineData("P", 2026, 729 + 486 + 324 + 216 + 144 + 72)]
    [InlineData("J1", 2025, 6 + 6 + 2)]
    [InlineData("J1", 2026, 9.6 + 6 + 6)]
    [InlineData("J2", 2025, 18 + 18 + 6)]
    [InlineData("J2", 2026, 28.8 + 18 + 18)]
    public void Cohorts_MoveUpByTheMedianOfTheirRatios(string school, int year, double pupils)
    {
        var row = Assert.Single(graded.Judged.Query(FormattableString.Invariant(
            $"select distinct round(pupils::double, 6), pupils_basis from projected_school where origin = 2024 and method = 'cohort' and school_code = '{school}' and year = {year}")).Rows);

        Assert.Equal(pupils, (double)row[0]!, 0.01);
        Assert.Equal("grade", row[1]);
    }

    // One year in which most were lost does not move the median; a junior school of two or six in a grade takes the county's ratio.
    [Theory]
    [InlineData("P", 6, "0.75|school|4")]
    [InlineData("P", 2, "1.00|school|4")]
    [InlineData("J1", 8, "1.00|county|4")]
    [InlineData("P", 1, "|")]
    [InlineData("J1", 7, "|")]
    public void Progression_IsTheSchoolsOwnOrTheCountys(string school, int grade, string expected)
    {
        var row = Assert.Single(graded.Judged.Query(FormattableString.Invariant($"select ratio, basis, ratios, entered from grade_progression where origin = 2024 and school_code = '{school}' and grade = {grade}")).Rows);

        Assert.Equal(expected, (bool)row[3]! ? "|" : string.Create(CultureInfo.InvariantCulture, $"{row[0]:0.00}|{row[1]}|{row[2]}"));
    }

    [Theory]
    [InlineData("P", "cohort|grade||1314")]
    [InlineData("Q1", "cohort|stage|not_filed|100")]
    [InlineData("Q2", "cohort|stage|do_not_add_up|100")]
    [InlineData("R", "cohort|stage|too_few_years|60")]
    public void Enrolment_WithoutUsableGrades_IsByStage_AndSaysWhy(string school, string expected)
    {
        var row = Assert.Single(graded.Judged.Query($"select method, basis, grades, pupils::double from projected_enrolment where school_code = '{school}' and year = 2025").Rows);

        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{row[0]}|{row[1]}|{row[2]}|{row[3]:0}"));
    }

    // In the two years held back nothing was nearer than what moves from grade to grade, and the county's own row says what it rests on.
    [Theory]
    [InlineData("C", "primary", "grade", "")]
    [InlineData("C", "junior", "grade", "")]
    [InlineData("Q", "primary", "stage", "grades_incomplete")]
    [InlineData("R0", "primary", "stage", "")]
    public void Projection_SaysWhetherItRestsOnGrades(string county, string stage, string basis, string flag) => Assert.Equal(
        [["cohort", basis, flag]],
        graded.Judged.Query($"select distinct method, basis, flag from projection where county_code = '{county}' and stage = '{stage}' and indicator = '06'").Rows);

    [Fact]
    public void BackTest_StandsBesideTheSimplerMethods() => Assert.Equal(
        [["cohort", "drift", "last_value", "theil_sen"]],
        graded.Judged.Query("select string_agg(distinct method, ',' order by method) from projection_test where method <> 'chosen' and measure = 'value' and stage = 'primary'").Rows.Select(row => ((string)row[0]!).Split(',')));

    // Sixty pupils in every year, whatever the grades do: the last value is not beaten, and is simpler.
    [Fact]
    public void Cohorts_ThatDoNotBeatTheLastValue_AreNotTaken()
    {
        using var judged = new Filing(Enumerable.Range(2020, 5).Select(year => Graded.School("S", "S1", "primary_school", year, ("primary", 60))))
        {
            Unchecked = true,
            Grades = [.. Enumerable.Range(2020, 5).SelectMany(year => Graded.Lines("S1", "primary", year, 1, year % 2 == 0 ? [20, 5, 5, 10, 10, 10] : [5, 20, 10, 5, 10, 10]))],
        }.Judge("projected_enrolment");

        Assert.Equal(
            [["last_value", "stage", "not_nearer", 60d]],
            judged.Query("select method, basis, grades, pupils::double from projected_enrolment where year = 2025").Rows);
    }

    // Forty come from outside into the sixth grade of L every year. Next year's leavers are known, those of the year after are not: the first grade of junior school goes by its own rate.
    [Fact]
    public void LeaversWhoCameFromOutside_AreNoIntakeOfTheYearAfterNext()
    {
        var years = Enumerable.Range(2020, 5).ToList();
        using var judged = new Filing(years.SelectMany(year => new[]
        {
            Graded.School("E", "F", "primary_school", year, ("primary", 50)), Graded.School("E", "L", "primary_school", year, ("primary", 40)), Graded.School("E", "JJ", "junior_school", year, ("junior", 120)),
            Graded.School("E", "KK", "junior_school", year, ("junior", 60)),
        }))
        {
            Unchecked = true,
            Grades = [.. years.SelectMany(year => Graded.Lines("F", "primary", year, 1, [10, 10, 10, 10, 10]).Concat(Graded.Lines("L", "primary", year, 6, [40])).Concat(Graded.Lines("JJ", "junior", year, 7, [40, 40, 40])).Concat(Graded.Lines("KK", "junior", year, 8, [30, 30])))],
        }.Judge("projected_grade");

        Assert.Equal(
            [[2025, "leavers", 40d], [2026, "entrants", 40d]],
            judged.Query("select year, basis, pupils::double from projected_grade where origin = 2024 and school_code = 'JJ' and grade = 7 order by year").Rows);
        // KK takes nobody into grade 7 and thirty into grade 8: those are no share of the leavers.
        Assert.Equal(
            [[2025, "entrants", 30d], [2026, "entrants", 30d]],
            judged.Query("select year, basis, pupils::double from projected_grade where origin = 2024 and school_code = 'KK' and grade = 8 order by year").Rows);
    }

    public sealed class Graded : IDisposable
    {
        static readonly int[] Entrants = [40, 40, 40, 40, 40, 64, 96, 144, 216, 324];
        static readonly int[] Sixth = [30, 30, 10, 30, 30];

        internal Judged Judged { get; }

        public Graded()
        {
            var (schools, grades) = (new List<FiledSchool>(), new List<string>());
            for (var year = 2020; year <= 2024; year++)
            {
                var junior = Enumerable.Range(0, 3).Select(back => year - back <= 2020 || Sixth[year - back - 2021] == 30 ? 24 : 8).ToArray();
                Add("C", "P", "primary_school", year, "primary", 1, [.. Enumerable.Range(0, 5).Select(back => Entrants[year - back - 2015]), Sixth[year - 2020]]);
                Add("C", "J1", "junior_school", year, "junior", 7, [.. junior.Select(pupils => pupils / 4)]);
                Add("C", "J2", "junior_school", year, "junior", 7, [.. junior.Select(pupils => pupils * 3 / 4)]);
                schools.Add(School("Q", "Q1", "primary_school", year, ("primary", 100)));
                schools.Add(School("Q", "Q2", "primary_school", year, ("primary", 100)));
                grades.AddRange(Lines("Q2", "primary", year, 1, [20, 20, 20]));
                schools.Add(School("R0", "R", "primary_school", year, ("primary", 60)));
                if (year >= 2023) grades.AddRange(Lines("R", "primary", year, 1, [10, 10, 10, 10, 10, 10]));
            }

            Judged = new Filing(schools) { Unchecked = true, Grades = grades }.Judge("projected_enrolment", "projection", "projection_test", "grade_progression");

            void Add(string county, string code, string type, int year, string stage, int first, int[] pupils)
            {
                schools.Add(School(county, code, type, year, (stage, pupils.Sum())));
                grades.AddRange(Lines(code, stage, year, first, pupils));
            }
        }

        public void Dispose() => Judged.Dispose();

        internal static FiledSchool School(string county, string code, string type, int year, (string Stage, int Pupils) of) =>
            new FiledSchool(county, code, type, year).Stage(of.Stage, of.Pupils).Has(("equipment_value", 100_000));

        internal static IEnumerable<string> Lines(string school, string stage, int year, int first, int[] pupils) =>
            pupils.Select((number, index) => FormattableString.Invariant($"{year},{school},{stage},{first + index},{number}"));
    }
}
