namespace Junheng.Pipelines.Synthesis;

/// <summary>The numerators and denominators a county files of itself.</summary>
static class CountyFacts
{
    public static readonly string[] Headers =
    [
        "县区代码", "县区名称", "特殊教育学校公用经费（万元）", "特殊教育学校在校生数", "教师年平均工资收入（元）", "公务员年平均工资收入（元）",
        "符合交流条件教师数", "交流轮岗教师数", "交流轮岗骨干教师数", "优质高中招生计划数", "分配到初中的名额", "分配到农村初中的名额",
        "符合条件的随迁子女数", "公办学校就读的随迁子女数", "政府购买学位就读的随迁子女数", "适龄残疾儿童少年数", "已入学残疾儿童少年数",
        "初中毕业班学生数", "三年前初一招生数", "三年间转入数", "三年间转出数", "三年间死亡数", "小学生均公用经费定额（元）", "初中生均公用经费定额（元）",
        .. CountyMoney.Headers,
    ];

    public static string[] RowOf(Duties duties, IReadOnlyCollection<UnitFunds> units)
    {
        var draw = duties.For("facts");
        var stages = duties.Filing.SelectMany(Duties.Compulsory).ToList();
        var pupils = stages.Sum(stage => stage.Pupils);
        var junior = stages.Where(stage => stage.Stage == Stage.Junior).Sum(stage => stage.Pupils);
        return
        [
            duties.Story.Code, duties.Story.Name,
            .. Special(duties, draw),
            .. Pay(duties, draw),
            .. Rotation(duties, stages.Sum(stage => stage.Teachers), draw),
            .. Places(duties, junior / 7, draw),
            .. Migrants(duties, pupils / 30, draw),
            .. Disabled(duties, pupils / 250, draw),
            .. Retention(duties, junior / 3, draw),
            Sheet.Cell(Quota(Stage.Primary, duties.Year)), Sheet.Cell(Quota(Stage.Junior, duties.Year)),
            .. CountyMoney.Cells(duties, units),
        ];
    }

    /// <summary>Yuan for one pupil: the reference quota rose once.</summary>
    public static int Quota(Stage stage, int year) => (stage, year >= 2023) switch
    {
        (Stage.Primary, false) => 650,
        (Stage.Primary, true) => 720,
        (_, false) => 850,
        _ => 940,
    };

    static string[] Special(Duties duties, Draw draw)
    {
        var pupils = draw.Between(60, 120);
        // 10 000 yuan to two decimals: the quota of 6000 is 0.6.
        var each = 0.6m * (duties.Fails("14") ? draw.Between(880, 980) : draw.Between(1050, 1280)) / 1000;
        return duties.Story.SpecialSchool ? [Sheet.Cell(decimal.Round(each * pupils, 2)), Sheet.Cell(pupils)] : ["", ""];
    }

    static string[] Pay(Duties duties, Draw draw)
    {
        // Pay rises every year: what differs between counties is less than a year's rise.
        var teachers = 86_000 + (3_200 * (duties.Year - Years.First)) + (draw.Between(0, 6_000) / 3);
        var servants = teachers * (duties.Fails("15a") ? draw.Between(1_010, 1_060) : draw.Between(930, 1_000)) / 1_000;
        return [Sheet.Cell(teachers), duties.LapseIn("15a") == Manner.Blank ? "" : Sheet.Cell(servants)];
    }

    static string[] Rotation(Duties duties, int teachers, Draw draw)
    {
        var eligible = teachers * 55 / 100;
        var rotated = Up(eligible, duties.Fails("18a") ? draw.Between(70, 96) : draw.Between(104, 140));
        var backbone = Up(rotated, duties.Fails("18b") ? draw.Between(120, 185) : draw.Between(210, 300));
        return duties.LapseIn("18a") == Manner.Zero ? ["0", "0", "0"] : [Sheet.Cell(eligible), Sheet.Cell(rotated), Sheet.Cell(backbone)];
    }

    static string[] Places(Duties duties, int planned, Draw draw)
    {
        var allocated = Up(planned, duties.Fails("21a") ? draw.Between(430, 490) : draw.Between(510, 620));
        if (duties.LapseIn("21a") == Manner.Incredible) allocated = planned + draw.Between(20, 40);
        return [Sheet.Cell(planned), Sheet.Cell(allocated), Sheet.Cell(allocated * draw.Between(280, 420) / 1000)];
    }

    static string[] Migrants(Duties duties, int eligible, Draw draw)
    {
        var bought = eligible * draw.Between(20, 50) / 1000;
        var all = Up(eligible, duties.Fails("22b") ? draw.Between(790, 840) : draw.Between(880, 970));
        return duties.LapseIn("22b") == Manner.Zero ? ["0", "0", "0"] : [Sheet.Cell(eligible), Sheet.Cell(all - bought), Sheet.Cell(bought)];
    }

    static string[] Disabled(Duties duties, int all, Draw draw) => duties.LapseIn("24") switch
    {
        Manner.Blank => [Sheet.Cell(all), "-"],
        Manner.Incredible => [Sheet.Cell(all), Sheet.Cell(all + draw.Between(2, 5))],
        _ => [Sheet.Cell(all), Sheet.Cell(Up(all, draw.Between(965, 1000)))],
    };

    static string[] Retention(Duties duties, int entrants, Draw draw)
    {
        var (moved, left, dead) = (entrants * draw.Between(10, 30) / 1000, entrants * draw.Between(10, 30) / 1000, draw.Between(0, 1));
        var cohort = entrants + moved - left - dead;
        var graduates = Up(cohort, duties.Fails("23") ? draw.Between(915, 945) : draw.Between(970, 995));
        return [Sheet.Cell(graduates), Sheet.Cell(entrants), Sheet.Cell(moved), Sheet.Cell(left), Sheet.Cell(dead)];
    }

    /// <summary>A share in permille, rounded up to whole persons.</summary>
    static int Up(int of, int permille) => ((of * permille) + 999) / 1000;
}
