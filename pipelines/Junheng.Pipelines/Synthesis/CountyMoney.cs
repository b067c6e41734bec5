namespace Junheng.Pipelines.Synthesis;

/// <summary>What a county files of its education money: what the clauses of a plan on growth and training are held against.</summary>
static class CountyMoney
{
    public static readonly string[] Headers =
    [
        "教育财政拨款（万元）", "财政经常性收入（万元）", "一般公共预算教育支出（万元）", "教育支出对应学生数", "中小学公用经费总额（元）",
        "市级统筹培训经费（元）", "县级统筹培训经费（元）", "学校培训经费（元）",
    ];

    public static string[] Cells(Duties duties, IReadOnlyCollection<UnitFunds> units)
    {
        var draw = duties.For("money");
        var pupils = duties.Filing.Sum(school => school.Pupils);
        var spending = 1L * PerPupil(duties) * pupils / 10_000;
        // Beside what the units were given lies what the county keeps for them, a little more of it every year.
        var funds = units.Sum(unit => (long)unit.Allocated) * (1_020 + (30 * (duties.Year - Years.First)) - (duties.Fails("funds") ? 90 : 0)) / 1_000;
        var pooled = duties.Fails("training") ? (City: draw.Between(3, 6), County: draw.Between(8, 14)) : (City: draw.Between(20, 23), County: draw.Between(31, 35));
        string[] cells =
        [
            Sheet.Cell(spending * 92 / 100), Sheet.Cell(Revenue(duties)), Sheet.Cell(spending), Sheet.Cell(pupils),
            Sheet.Cell(funds), Sheet.Cell(funds * pooled.City / 1_000), Sheet.Cell(funds * pooled.County / 1_000), Sheet.Cell(units.Sum(unit => (long)unit.Training)),
        ];
        // A county whose schools have not all filed cannot add up.
        if (duties.LapseIn("funds") == Manner.Blank) (cells[4], cells[7]) = ("-", "-");
        if (duties.LapseIn("spending") == Manner.Blank) cells[2] = "";
        return cells;
    }

    /// <summary>Yuan for one pupil: what was spent before, grown or cut year by year.</summary>
    static int PerPupil(Duties duties) => Grown(
        duties, 12_000 + duties.Steady("money").Between(0, 3_000),
        (year, draw) => duties.Story.LapseIn("spending", year) == Manner.Fails ? -draw.Between(70, 90) : draw.Between(55, 75));

    /// <summary>In 10 000 yuan: a few times what the schools of the story's opening cost.</summary>
    static int Revenue(Duties duties) => Grown(
        duties, duties.Story.Schools.Sum(group => group.Count * (group.From + group.To) / 2) * 5,
        (year, draw) => duties.Story.LapseIn("appropriation", year) == Manner.Fails ? draw.Between(90, 110) : draw.Between(12, 25));

    static int Grown(Duties duties, int start, Func<int, Draw, int> permille)
    {
        var amount = start;
        for (var year = Years.First + 1; year <= duties.Year; year++)
            amount += (int)(1L * amount * permille(year, duties.ForYear("money", year)) / 1_000);
        return amount;
    }
}
