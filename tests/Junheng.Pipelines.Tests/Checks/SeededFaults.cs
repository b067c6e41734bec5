using System.Globalization;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Checks;

/// <summary>Sixty faults of twenty kinds, three of each, every one in a school or county that no other fault of its table touches.</summary>
sealed class SeededFaults
{
    const int OfEachKind = 3;

    readonly FiledCity city;
    readonly HashSet<string> spoiled = new(StringComparer.Ordinal);
    readonly List<(string Code, string File, int Row, string Column)> seeded = [];

    public SeededFaults(FiledCity city)
    {
        this.city = city;
        NotWhatTheyShouldBe();
        MorePartsThanTheWhole();
        AcrossTables();
        InCounties();
        OddOnes();
    }

    /// <summary>Where each finding is to stand: code, file, row, letter of the column.</summary>
    public IReadOnlyList<(string Code, string File, int Row, string Column)> Seeded => seeded;

    public int Kinds => seeded.Select(fault => fault.Code).Distinct().Count();

    void NotWhatTheyShouldBe()
    {
        Spoil("CELL-NOT-NUMBER", "stages.csv", "体育专任教师数", _ => "八人");
        Spoil("CELL-NOT-WHOLE", "facilities.csv", "网络多媒体教室数", _ => "12.5");
        Spoil("CELL-OUT-OF-RANGE", "monitoring.csv", "校际差异率", _ => "12.35");
        Spoil("CELL-NOT-IN-LIST", "judgements.csv", "结论", _ => "尚可");
        Spoil("CELL-NOT-DATE", "vetoes.csv", "认定日期", _ => "去年秋天");
        for (var number = 1; number <= OfEachKind; number++)
        {
            var twice = Untouched("facilities.csv").First().Cells;
            Touch("facilities.csv", twice);
            Tell("ROW-DUPLICATE", "facilities.csv", city.Append("facilities.csv", [.. twice]), "");
            Tell("ROW-ORPHAN", "rooms.csv", city.Append("rooms.csv", "99" + number.ToString(CultureInfo.InvariantCulture) + "0000000", "音乐1", "音乐", "100"), "");
        }
    }

    void MorePartsThanTheWhole()
    {
        // Several parts: the finding stands at the whole.
        Spoil("CHECK-DEGREES-WITHIN-TEACHERS", "stages.csv", "本科学历教师数", row => More(row, "stages.csv", "专任教师数"), at: "专任教师数");
        Spoil("CHECK-PE-AND-ARTS-WITHIN-TEACHERS", "stages.csv", "体育专任教师数", row => More(row, "stages.csv", "专任教师数"), at: "专任教师数");
        Spoil("CHECK-CERTIFIED-WITHIN-TEACHERS", "stages.csv", "持证专任教师数", row => More(row, "stages.csv", "专任教师数"));
        Spoil("CHECK-IN-ZONE-WITHIN-PUPILS", "stages.csv", "就近划片入学在校生数", row => More(row, "stages.csv", "在校生数"));
        Spoil("CHECK-GYM-WITHIN-TEACHING-AREA", "facilities.csv", "室内体育用房面积", row => More(row, "facilities.csv", "教学及辅助用房面积"));
        Spoil("CHECK-TRAINING-WITHIN-PUBLIC-BUDGET", "finance.csv", "教师培训经费（元）", row => More(row, "finance.csv", "年度公用经费预算总额（元）"));
    }

    void AcrossTables()
    {
        var stages = city.Rows("stages.csv").ToDictionary(row => row.Cells[0] + row.Cells[1], row => row.Row);
        var (size, bands) = (city.ColumnOf("classes.csv", "班额"), city.ColumnOf("class-bands.csv", "班数"));
        foreach (var (_, cells) in Untouched("classes.csv").DistinctBy(row => row.Cells[0]).Take(OfEachKind).ToList())
        {
            Touch("classes.csv", cells);
            cells[size] = (Number(cells[size]) + 100).ToString(CultureInfo.InvariantCulture);
            Tell("CHECK-CLASS-SIZES-WITHIN-PUPILS", "stages.csv", stages[cells[0] + cells[1]], Letter("stages.csv", "在校生数"));
        }

        // A school-stage of one band has one part: the finding stands at it.
        foreach (var single in Untouched("class-bands.csv").GroupBy(row => row.Cells[0]).Where(school => school.Count() == 1).Select(school => school.First()).Take(OfEachKind).ToList())
        {
            Touch("class-bands.csv", single.Cells);
            single.Cells[bands] = (Number(single.Cells[bands]) + 5).ToString(CultureInfo.InvariantCulture);
            Tell("CHECK-BAND-CLASSES-WITHIN-CLASSES", "class-bands.csv", single.Row, Letter("class-bands.csv", "班数"));
        }
    }

    void InCounties()
    {
        Spoil("CHECK-ROTATED-WITHIN-ELIGIBLE", "counties.csv", "交流轮岗教师数", row => More(row, "counties.csv", "符合交流条件教师数"));
        Spoil("CHECK-ALLOCATED-WITHIN-PLANNED", "counties.csv", "分配到初中的名额", row => More(row, "counties.csv", "优质高中招生计划数"));
        Spoil("CHECK-RURAL-WITHIN-ALLOCATED", "counties.csv", "分配到农村初中的名额", row => More(row, "counties.csv", "分配到初中的名额"));
    }

    void OddOnes()
    {
        Spoil("CHECK-EQUIPMENT-UNIT", "facilities.csv", "教学仪器设备值（万元）", row => Times(row, "教学仪器设备值（万元）", 10000));
        Spoil("CHECK-SPORTS-GROUND-JUMP", "facilities.csv", "运动场地面积", row => Times(row, "运动场地面积", 2));
    }

    void Spoil(string code, string table, string header, Func<string[], string> wrong, string? at = null)
    {
        var column = city.ColumnOf(table, header);
        foreach (var (row, cells) in Untouched(table).Where(row => row.Cells[column].Length > 0).DistinctBy(row => row.Cells[0]).Take(OfEachKind).ToList())
        {
            Touch(table, cells);
            cells[column] = wrong(cells);
            Tell(code, table, row, Letter(table, at ?? header));
        }
    }

    void Tell(string code, string table, int row, string letter) => seeded.Add((code, FiledCity.Spoiled + table, row, letter));

    IEnumerable<(int Row, string[] Cells)> Untouched(string table) => city.Rows(table).Where(row => !spoiled.Contains(table + row.Cells[0]));

    void Touch(string table, string[] cells) => spoiled.Add(table + cells[0]);

    string Letter(string table, string header) => Place.Letters(city.ColumnOf(table, header) + 1);

    string More(string[] cells, string table, string header) => (Number(cells[city.ColumnOf(table, header)]) + 1).ToString(CultureInfo.InvariantCulture);

    string Times(string[] cells, string header, int factor) => (Number(cells[city.ColumnOf("facilities.csv", header)]) * factor).ToString(CultureInfo.InvariantCulture);

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
