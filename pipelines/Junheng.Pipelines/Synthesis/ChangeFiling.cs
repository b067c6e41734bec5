using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>What the city files about its schools beside the yearly tables: what became of them, and what was found on site.</summary>
static class ChangeFiling
{
    const string Folder = "changes";

    static readonly string[] LineageHeaders = ["年度", "学校标识码", "变更", "前身学校标识码", "转入份额", "说明"];

    static readonly string[] CheckHeaders = ["年度", "学校标识码", "学段", "字段", "填报数", "查得数", "核查组", "核查日期"];

    // The city looked at a few schools of these in the autumn of the last year.
    static readonly string[] Checked = ["990102", "990103", "990108"];

    const int SchoolsChecked = 3;

    /// <param name="firstYear">The first that is filed: what happened before its count is not.</param>
    public static IEnumerable<FiledTable> Tables(IReadOnlyList<County> counties, ulong seed, int firstYear) =>
    [
        new("lineage", null, "lineage", Lineage(counties, seed, firstYear)) { Apart = Folder },
        new("site_check", null, "site-checks", Checks(counties, seed)) { Apart = Folder },
    ];

    static Sheet Lineage(IReadOnlyList<County> counties, ulong seed, int firstYear)
    {
        var sheet = new Sheet("示例数据（synthetic）：示例市学校沿革，全部为虚构，不得引用", LineageHeaders, LineageHeaders.Length);
        foreach (var told in counties.SelectMany(county => county.Events).Where(told => told.Year > firstYear).OrderBy(told => told.Year))
        {
            var paper = string.Create(CultureInfo.InvariantCulture, $"示例文〔{told.Year}〕{Draw.For(seed, "lineage/" + told.School, told.Year).Between(1, 199)}号");
            sheet.Add([Sheet.Cell(told.Year), told.School, told.Word, told.Predecessor, told.Predecessor.Length > 0 ? "1" : "", paper]);
        }

        return sheet;
    }

    static Sheet Checks(IReadOnlyList<County> counties, ulong seed)
    {
        var sheet = new Sheet("示例数据（synthetic）：示例市实地核查，全部为虚构，不得引用", CheckHeaders, CheckHeaders.Length);
        foreach (var county in counties.Where(county => Checked.Contains(county.Story.Code, StringComparer.Ordinal)))
        {
            var duties = new Duties(county, Years.Last, seed);
            foreach (var (school, index) in county.Schools.Take(SchoolsChecked).Select((school, index) => (school, index)))
                Check(sheet, duties, school, Draw.For(seed, "site-check/" + school.Code), missed: index == 0);
        }

        return sheet;
    }

    // What was filed was found, but for a few books of one school: equipment is filed in 万元 and checked in 元.
    static void Check(Sheet sheet, Duties duties, School school, Draw draw, bool missed)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{Years.Last}-11-{draw.Between(4, 29):00}");
        Add("equipment_value", school[Quantity.Equipment] * 10_000, 0);
        Add("sports_ground_area", school[Quantity.SportsArea] - school.Gym, 0);
        if (missed) Add("library_books", EarlierStandards.Books(duties, school), draw.Between(40, 260));

        void Add(string field, decimal filed, int less) =>
            sheet.Add([Sheet.Cell(Years.Last), school.Code, "", field, Sheet.Cell(filed), Sheet.Cell(filed - less), "示例市核查组", day]);
    }
}
