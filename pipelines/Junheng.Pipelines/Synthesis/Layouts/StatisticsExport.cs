using System.Globalization;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>
/// The sample as the wide export of the yearly statistics, read by the map <c>statistics-wide</c>: a file a stage, a row a school. A nine-year school stands in
/// both with the areas of the whole school.
/// </summary>
static class StatisticsExport
{
    const int NewForm = Years.NewForm;

    static readonly Dictionary<string, string> FileOf = new(StringComparer.Ordinal) { ["primary"] = "小学", ["junior"] = "初中" };

    public static IEnumerable<SynthesisFile> Files(IReadOnlyList<CityTable> tables, SampleFormat format)
    {
        var schools = FiledSchool.All(tables);
        var forms = new FilledTemplate(CarriedFields.LeftOf(tables, schools), format);
        return
        [
            SampleSource.Of(Templates.HeadFor("maps/demo-city-wide.yaml"), [.. CarriedFields.Stages.Select(stage => new SampleFiles($"{{year}}/{FileOf[stage]}", ["school", "stage", "facility"], stage)), .. forms.Entries], format),
            new("maps/demo-city-wide.yaml", Templates.MapOver("demo-city-wide", "statistics-wide", "template")),
            .. schools.GroupBy(school => school.Folder).SelectMany(year => CarriedFields.Stages.Select(stage => Export(year.Where(school => school.Stages.ContainsKey(stage)).ToList(), stage, format))),
            .. forms.Written,
        ];
    }

    static SynthesisFile Export(List<FiledSchool> schools, string stage, SampleFormat format)
    {
        var year = schools[0].Year;
        var columns = ColumnsOf(year, stage);
        var header = new MergedHeader(columns.Select(column => column.Levels).ToList(), firstRow: 2);
        var title = string.Create(CultureInfo.InvariantCulture, $"示例数据（synthetic）：示例市{year}/{year + 1}学年初{FileOf[stage]}学校分校数据，全部为虚构，不得引用");
        return PlainSheet.File($"{schools[0].Folder}/{FileOf[stage]}", format, new PlainSheet(FileOf[stage], [[title], .. header.Rows, .. schools.Select(school => columns.Select(column => column.ValueOf(school)).ToList())])
        {
            Merged = header.Merged,
        });
    }

    static IReadOnlyList<(string[] Levels, Func<FiledSchool, string> ValueOf)> ColumnsOf(int year, string stage)
    {
        return
        [
            (["学校标识码"], school => school.Code),
            (["学校名称"], Of("school_name")),
            (["统计三级代码"], school => school.CountyCode),
            (["统计三级"], Of("county_name")),
            (["办学类型"], school => school.TypeName),
            (["城乡类型"], school => SchoolWords.AreaOf(school.Register["area"])),
            (["举办者"], school => SchoolWords.FounderOf(school.Register["founder"])),
            (["在校生数", "#计"], In("pupils")),
            (["班数", "#计"], In("classes")),
            (["专任教师", "#计"], In("teachers")),
            (["专任教师", "#按学历分", "专科"], In("teachers_college")),
            (["专任教师", "#按学历分", "#本科"], In("teachers_bachelor")),
            (["专任教师", "#按学历分", "硕士"], In("teachers_master")),
            (["专任教师", "#按学历分", "博士"], In("teachers_doctor")),
            (["专任教师", "县级以上骨干教师"], In("teachers_backbone")),
            (["专任教师", "#按授课课程分", "体育"], In("teachers_pe")),
            (["专任教师", "#按授课课程分", "艺术", "音乐"], In("teachers_music")),
            (["专任教师", "#按授课课程分", "艺术", "美术"], In("teachers_art")),
            (["教学及辅助用房", "#计"], school => school.Premises["teaching_area"]),
            (year < NewForm ? ["教学及辅助用房", "其中：体育馆"] : ["教学及辅助用房", "公共教学用房", "室内体育用房"], school => school.Premises["gym_area"]),
            (["占地面积及其他办学条件", "占地面积（平方米）", "其中", "运动场地面积"], school => school.Premises["sports_ground_area"]),
            (["教学仪器设备资产值(万元)"], school => school.Equipment),
            (["网络多媒体教室(间)"], school => school.Premises["multimedia_rooms"]),
        ];

        static Func<FiledSchool, string> Of(string field) => school => school.Register[field];

        Func<FiledSchool, string> In(string field) => school => school.Stages[stage][field];
    }
}
