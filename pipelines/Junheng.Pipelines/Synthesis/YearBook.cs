using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>The tables that the city's counties file for one year.</summary>
sealed class YearBook
{
    const string Code = "学校标识码";

    static readonly string[] Register = [Code, "学校名称", "县区代码", "县区名称", "办学类型", "城乡类型", "举办者", "核算单位代码", "寄宿制", "村小学", .. Circumstances.RegisterHeaders, .. Campus.RegisterHeaders];

    static readonly string[] Stages =
    [
        Code, "学段", "在校生数", "班数", "专任教师数", "专科学历教师数", "本科学历教师数", "硕士学历教师数", "博士学历教师数",
        "县级以上骨干教师数", "体育专任教师数", "音乐专任教师数", "美术专任教师数",
        .. SchoolDuties.StageHeaders, .. Circumstances.StageHeaders,
    ];

    readonly int year;
    readonly ulong seed;
    readonly string place;
    readonly string[] facilityHeaders;
    readonly Sheet schools;
    readonly Sheet stages;
    readonly Sheet facilities;
    readonly Sheet facts;
    readonly Sheet finance;
    readonly Sheet rooms;
    readonly Sheet classes;
    readonly Sheet bands;
    readonly Sheet judgements;
    readonly Sheet monitoring;
    readonly Sheet surveys;
    readonly Sheet vetoes;

    YearBook(int year, ulong seed, string place)
    {
        this.year = year;
        this.seed = seed;
        this.place = place;
        // The form of 2021 renamed the gym (method §6.1); a map of columns by year is made for this.
        var gym = year < Years.NewForm ? "体育馆面积" : "室内体育用房面积";
        facilityHeaders = [Code, "教学及辅助用房面积", gym, "运动场地面积", "教学仪器设备值（万元）", "网络多媒体教室数", .. EarlierStandards.FacilityHeaders, .. Circumstances.FacilityHeaders];
        schools = new(Title("学校基本情况"), Register, Register.Length);
        stages = new(Title("分学段学生与教师情况"), Stages, texts: 2) { NoTotal = Circumstances.LargestClass };
        facilities = new(Title("办学条件"), facilityHeaders, texts: 1);
        facts = Words("县级数据", CountyFacts.Headers);
        finance = new(Title("学校经费"), SchoolDuties.FinanceHeaders, texts: 1);
        rooms = new(Title("音乐美术专用教室"), SchoolDuties.RoomHeaders, texts: 3);
        classes = new(Title("班级"), ClassSizes.ClassHeaders, texts: 3);
        bands = Words("班额分段", ClassSizes.BandHeaders);
        judgements = Words("定性指标评判", Assessments.JudgementHeaders);
        monitoring = Words("国家义务教育质量监测", Assessments.MonitoringHeaders);
        surveys = Words("社会认可度调查", Assessments.SurveyHeaders);
        vetoes = Words("一票否决事项", Assessments.VetoHeaders);
    }

    /// <summary>Lets the counties live through all years, and keeps what they file in some.</summary>
    public static List<FiledTable> Of(IReadOnlyList<County> counties, ulong seed, string place, Func<int, bool> files)
    {
        var tables = new List<FiledTable>();
        foreach (var each in Years.All)
        {
            var book = new YearBook(each, seed, place);
            foreach (var county in counties)
            {
                county.Advance(each);
                book.Add(county);
            }

            if (files(each)) tables.AddRange(book.Tables);
        }

        return tables;
    }

    IEnumerable<FiledTable> Tables =>
    [
        Table("school", "schools", schools),
        Table("stage", "stages", stages),
        Table("facility", "facilities", facilities),
        Table("county_fact", "counties", facts),
        Table("school_finance", "finance", finance),
        Table("room", "rooms", rooms),
        Table("class", "classes", classes),
        Table("class_band", "class-bands", bands),
        Table("judgement", "judgements", judgements),
        Table("monitoring", "monitoring", monitoring),
        Table("survey", "surveys", surveys),
        Table("veto", "vetoes", vetoes),
    ];

    void Add(County county)
    {
        var duties = new Duties(county, year, seed);
        Add(duties);
        if (county.Story.SpecialSchool)
            schools.Add([$"{county.Story.Code}0901", $"{county.Story.Name}特殊教育学校", county.Story.Code, county.Story.Name, "特殊教育学校", "城区", "公办", "", "否", "否", "", "", "", "", ""]);
        foreach (var school in county.Schools)
        {
            var omissions = county.Story.Omissions.Where(omission => omission.Year == year && omission.School == school.Number).ToList();
            string[] line = [school.Code, school.Name, county.Story.Code, county.Story.Name, school.Kind.Text, Text(school.Area), school.Founder,
                duties.KeeperOf(school) == school ? "" : duties.KeeperOf(school).Code, Text(Duties.IsBoarding(school)), Text(Duties.IsVillage(school)), .. Circumstances.RegisterCells(duties, school), "是", ""];
            schools.Add(Filed(Register, line, omissions));
            if (Campus.Has(school)) schools.Add(Campus.Register(line));
            if (omissions.Exists(omission => omission.Column is null))
                continue;

            foreach (var stage in school.Stages)
            {
                var row = Filed(Stages, [.. StageRow(school, stage), .. SchoolDuties.StageCells(duties, school, stage), .. Circumstances.StageCells(duties, school, stage)], omissions.FindAll(omission => omission.Stage is null || omission.Stage == stage.Stage));
                Fill(stages, Campus.Has(school) ? Campus.Stages(Stages, row, ClassSizes.Sizes(duties, school, stage)) : [row]);
            }

            var premises = Filed(facilityHeaders, [.. FacilityRow(school), .. EarlierStandards.FacilityCells(duties, school), .. Circumstances.FacilityCells(duties, school)], omissions);
            Fill(facilities, Campus.Has(school) ? Campus.Facilities(facilityHeaders, premises) : [premises]);
        }
    }

    void Add(Duties duties)
    {
        var units = SchoolDuties.Funds(duties).ToList();
        facts.Add(CountyFacts.RowOf(duties, units));
        Fill(finance, units.Select(SchoolDuties.FinanceCells));
        Fill(rooms, SchoolDuties.RoomRows(duties));
        Fill(classes, ClassSizes.Classes(duties));
        Fill(bands, ClassSizes.Bands(duties));
        Fill(judgements, Assessments.Judgements(duties));
        Fill(monitoring, Assessments.Monitoring(duties));
        Fill(surveys, Assessments.Surveys(duties));
        Fill(vetoes, Assessments.VetoRows(duties));
    }

    static void Fill(Sheet sheet, IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
            sheet.Add(row);
    }

    /// <summary>A sheet whose columns do not add up: its total row stays empty.</summary>
    Sheet Words(string table, string[] headers) => new(Title(table), headers, headers.Length);

    string[] StageRow(School school, StageStaff stage)
    {
        var degrees = DegreeMix.Of(school, stage, year);
        var subjects = stage.Count(Quantity.PeAndArts);
        // PE takes the larger part, and music comes before art where there is one teacher for both.
        var pe = (subjects + 1) / 2;
        var music = (subjects - pe + 1) / 2;
        int[] numbers =
        [
            stage.Pupils, stage.Classes, stage.Teachers, degrees.College, degrees.Bachelor, degrees.Master, degrees.Doctor,
            stage.Count(Quantity.Backbone), pe, music, subjects - pe - music,
        ];
        return [school.Code, Text(stage.Stage), .. numbers.Select(number => Sheet.Cell(number))];
    }

    /// <summary>As on the form, the area for teaching includes the gym and the ground does not.</summary>
    static string[] FacilityRow(School school) =>
    [
        school.Code,
        Sheet.Cell(school[Quantity.TeachingArea] + school.Gym),
        Sheet.Cell(school.Gym),
        Sheet.Cell(school[Quantity.SportsArea] - school.Gym),
        Sheet.Cell(school[Quantity.Equipment]),
        Sheet.Cell(school[Quantity.MultimediaRooms]),
    ];

    static string[] Filed(string[] headers, string[] row, List<Omission> omissions) =>
        [.. headers.Zip(row, (header, cell) => omissions.Find(omission => string.Equals(omission.Column, header, StringComparison.Ordinal))?.Text ?? cell)];

    FiledTable Table(string dataset, string name, Sheet sheet) => new(dataset, year, name, sheet);

    string Title(string table) =>
        string.Create(CultureInfo.InvariantCulture, $"示例数据（synthetic）：{place}{year}年{table}，全部为虚构，不得引用");

    static string Text(bool yes) => yes ? "是" : "否";

    static string Text(Area area) => area switch
    {
        Area.Urban => "城区",
        Area.Town => "镇区",
        _ => "乡村",
    };

    public static string Text(Stage stage) => stage switch
    {
        Stage.Primary => "小学",
        Stage.Junior => "初中",
        _ => "高中",
    };
}
