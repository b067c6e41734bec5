namespace Junheng.Pipelines.Synthesis;

/// <summary>What the schools file: teachers by training and certificate, zones, money, rooms and class sizes.</summary>
static class SchoolDuties
{
    public static readonly string[] StageHeaders = ["持证专任教师数", "完成360学时培训教师数", "当年招生数", "就近划片入学在校生数", "就近划片入学新生数", "中级及以上职称教师数"];

    public static readonly string[] FinanceHeaders = ["学校标识码", "当年拨付公用经费（元）", "年度公用经费预算总额（元）", "教师培训经费（元）"];

    public static readonly string[] RoomHeaders = ["学校标识码", "教室", "类别", "面积（平方米）"];

    static readonly (string Name, int Area)[] Rooms = [("音乐", 96), ("美术", 90)];

    public static string[] StageCells(Duties duties, School school, StageStaff stage)
    {
        if (stage.Stage == Stage.Senior)
            return ["", "", "", "", "", ""];

        var draw = duties.For($"{school.Code}/{stage.Stage}/zone");
        var entrants = stage.Pupils / (stage.Stage == Stage.Primary ? 6 : 3);
        var zoned = IsZoned(school) ? 1000 : draw.Between(500, 800);
        if (stage.Stage == Stage.Junior && IsZoned(school))
            zoned = draw.Between(965, 1000);
        if (duties.Fails("20") && duties.IsLapsing(school, "20", one => IsZoned(one) && one.Kind == SchoolKind.PrimarySchool))
            zoned = draw.Between(930, 990);
        return
        [
            Sheet.Cell(stage.Teachers - Short(duties, school, "19")),
            Sheet.Cell(stage.Teachers - Short(duties, school, "16")),
            Sheet.Cell(entrants), Sheet.Cell(Up(stage.Pupils, zoned)), Sheet.Cell(Up(entrants, zoned)),
            Sheet.Cell(EarlierStandards.MidTitles(duties, school, stage)),
        ];
    }

    public static IEnumerable<UnitFunds> Funds(Duties duties)
    {
        foreach (var unit in duties.Filing.GroupBy(duties.KeeperOf))
        {
            if (duties.LapseIn("26") == Manner.Blank && duties.IsLapsing(unit.Key, "26", school => duties.KeeperOf(school) == school))
                continue;

            var draw = duties.For($"{unit.Key.Code}/finance");
            var small = unit.Any(school => Duties.IsVillage(school) && school.Pupils < 100);
            var funded = unit.Sum(school => Duties.Compulsory(school).Sum(stage =>
                CountyFacts.Quota(stage.Stage, duties.Year) * (Duties.IsVillage(school) && school.Pupils < 110 && !duties.Fails("13") ? Math.Max(110, stage.Pupils) : stage.Pupils)));
            var allocated = funded * (duties.Fails("13") && small ? draw.Between(850, 930) : draw.Between(1150, 1250)) / 1000;
            var training = duties.Fails("26") && duties.IsLapsing(unit.Key, "26", school => duties.KeeperOf(school) == school) ? draw.Between(35, 48) : draw.Between(52, 70);
            yield return new(unit.Key.Code, allocated, (allocated * training / 1000) + 1);
        }
    }

    public static string[] FinanceCells(UnitFunds unit) => [unit.Code, Sheet.Cell(unit.Allocated), Sheet.Cell(unit.Allocated), Sheet.Cell(unit.Training)];

    public static IEnumerable<string[]> RoomRows(Duties duties)
    {
        foreach (var school in duties.Filing.Where(school => school.Kind != SchoolKind.TeachingPoint || school.Pupils >= 50))
        {
            var need = (Duties.Compulsory(school).Sum(stage => stage.Classes) + 11) / 12;
            foreach (var (kind, item) in Rooms.Zip(["10a", "10b"]))
            {
                var lapse = duties.IsLapsing(school, item, _ => true) ? duties.LapseIn(item) : null;
                for (var number = 1; number <= need && lapse != Manner.Blank; number++)
                {
                    // The room itself does not change from year to year.
                    var area = kind.Area + duties.Steady($"{school.Code}/{item}/{Sheet.Cell(number)}").Between(0, 34);
                    var last = number == need;
                    yield return [school.Code, kind.Name + Sheet.Cell(number), kind.Name, (last, lapse) switch
                    {
                        (true, Manner.Fails) => Sheet.Cell(area - 36),
                        (true, Manner.Partly) => "",
                        _ => Sheet.Cell(area),
                    }];
                }
            }
        }
    }

    /// <summary>Public schools of cities and towns without boarding take the children of their zone.</summary>
    static bool IsZoned(School school) => school is { Founder: "公办", Area: not Area.Rural } && !Duties.IsBoarding(school);

    static int Short(Duties duties, School school, string item) =>
        duties.Fails(item) && duties.IsLapsing(school, item, _ => true) ? duties.For($"{school.Code}/{item}").Between(1, 3) : 0;

    static int Up(int of, int permille) => ((of * permille) + 999) / 1000;
}
