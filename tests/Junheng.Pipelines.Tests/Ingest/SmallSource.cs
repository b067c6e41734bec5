using System.Text;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>Three invented schools of one county in a folder of their own, to be spoiled one thing at a time.</summary>
public sealed class SmallSource : IDisposable
{
    public const string Schools = "2024/schools.csv";
    public const string Stages = "2024/stages.csv";
    public const string Facilities = "2024/facilities.csv";
    public const string Map = "maps/small.yaml";
    public const string Yaml = "source.yaml";

    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("junheng-");

    public SmallSource()
    {
        Write(Yaml, SourceText);
        Write(Map, MapText);
        WriteYear(2024);
    }

    /// <summary>Everything this test writes lies here.</summary>
    public string Root => root.FullName;

    public string Folder => Path.Combine(root.FullName, "source");

    public string Warehouse => Path.Combine(root.FullName, "warehouse");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    /// <summary>Changes one text that must be there.</summary>
    public void Replace(string name, string old, string now)
    {
        var text = Read(name);
        if (!text.Contains(old, StringComparison.Ordinal)) throw new ArgumentException($"«{old}» is not in {name}.", nameof(old));
        Write(name, text.Replace(old, now, StringComparison.Ordinal));
    }

    public void Append(string name, string text) => Write(name, Read(name) + text);

    public void WriteYear(int year)
    {
        Write(FormattableString.Invariant($"{year}/schools.csv"), SchoolsText);
        Write(FormattableString.Invariant($"{year}/stages.csv"), StagesText);
        Write(FormattableString.Invariant($"{year}/facilities.csv"), FacilitiesText);
    }

    public void Dispose() => root.Delete(recursive: true);

    const string SourceText = """
        format: 1
        id: small
        title: {zh: 小城（示例）, en: Small Town (invented)}
        synthetic: true
        as_of: 2024-12-31
        rule_pack: national-2017
        map: maps/small.yaml
        missing: ['-']
        duplicates: error
        parameters: {}
        files:
          - files: "{year}/schools.csv"
            datasets: [school]
          - files: "{year}/stages.csv"
            datasets: [stage]
          - files: "{year}/facilities.csv"
            datasets: [facility]

        """;

    const string MapText = """
        format: 1
        id: small
        title: {zh: 小城统计表, en: Tables of Small Town}
        datasets:
          school:
            - years: 2020-2024
              not_data:
                - {column: 代码, equals: [合计]}
              columns:
                school_code: 代码
                school_name: 名称
                county_code: 县
                school_type: {from: 类型, values: {小学: primary_school, 初中: junior_school, 九年一贯: nine_year_school}}
                area: {from: 城乡, values: {城区: urban, 镇区: town, 乡村: rural}}
                founder: {from: 举办者, values: {公办: public, 民办: private}}
          stage:
            - years: 2020-2024
              not_data:
                - {column: 代码, equals: [合计]}
              columns:
                school_code: 代码
                stage: {from: 学段, values: {小学: primary, 初中: junior}}
                pupils: 在校生
                classes: 班数
                teachers: 教师
                teachers_bachelor: 本科
                teachers_master: 硕士
                teachers_backbone: 骨干
                teachers_pe: 体育
                teachers_music: 音乐
                teachers_art: 美术
                teachers_college: {constant: 0}
                teachers_doctor: {constant: 0}
          facility:
            - years: 2020-2024
              columns:
                school_code: 代码
                teaching_area: 教学用房
                gym_area: 体育馆
                sports_ground_area: 运动场
                equipment_value: {from: 仪器（万元）, unit: 万元}
                multimedia_rooms: 多媒体教室

        """;

    const string SchoolsText = """
        代码,名称,县,类型,城乡,举办者
        001,第一小学,990101,小学,城区,公办
        002,第二初中,990101,初中,镇区,公办
        003,第三学校,990101,九年一贯,乡村,民办
        合计,,,,,

        """;

    const string StagesText = """
        代码,学段,在校生,班数,教师,本科,硕士,骨干,体育,音乐,美术
        001,小学,900,20,60,50,5,10,8,8,8
        002,初中,600,15,50,40,8,9,6,6,6
        003,小学,300,10,20,18,1,4,3,3,3
        003,初中,200,6,18,14,3,3,2,2,2
        合计,,2000,51,148,,,,,,

        """;

    const string FacilitiesText = """
        代码,教学用房,体育馆,运动场,仪器（万元）,多媒体教室
        001,5000,500,7000,250.5,30
        002,4000,400,6500,200,20
        003,3500,0,5200,150.25,18

        """;
}
