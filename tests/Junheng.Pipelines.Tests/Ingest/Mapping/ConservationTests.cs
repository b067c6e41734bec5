namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>Seeded damage to rows of every layout: nothing crashes, each row is in exactly one account, every finding can be said.</summary>
public sealed class ConservationTests
{
    static readonly string[] Dirt =
        ["", " ", "-", "*", "-1", "合计", "云桥区小计", "注：", "无", "1.13E+09", "95%", "2020/2021学年初", "１２", "0101", "0102", "学校标识码", "计", "#计", "其中", "（万元）", "甲", "A", "1", "其中：女", "\u001f", "😀", " > ", " | ", " @ ", "!"];

    const string Layouts = """
          stage:
            - form: primary
              years: 2023-2024
              header_rows: 3
              not_data: [{column: 学校标识码, matches: no_digit}]
              columns: {school_code: {from: 学校标识码, digits: 4}, stage: {constant: primary}, pupils: 在校生 > 计, teachers: {sum: [教师 > 男, 教师 > 女]}}
            - form: junior
              years: 2024
              header_rows: 3
              columns: {school_code: {from: 学校标识码, digits: 4}, stage: {constant: primary}, pupils: 在校生 > 计, classes: 班数}
          facility:
            - years: 2024
              sheets: 条件*
              shape: form
              columns: {school_code: 学校标识码, teaching_area: 用房 @ 值, gym_area: 体育馆 @ 值}
        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Map_DamagedRows_AreAllAccountedFor(int seed)
    {
        // A seeded draw, not a secret.
#pragma warning disable CA5394
        var random = new Random(seed);
        string Damaged(string text)
        {
            var lines = text.Split('\n').Select(line => line.Split('|').ToList()).ToList();
            for (var times = random.Next(0, 12); times > 0 && lines.Count > 1; times--)
            {
                var line = lines[random.Next(lines.Count)];
                switch (random.Next(6))
                {
                    case 0: lines.Remove(line); break;
                    case 1: lines.Insert(random.Next(lines.Count), [.. line]); break;
                    case 2: line.Insert(random.Next(line.Count + 1), Dirt[random.Next(Dirt.Length)]); break;
                    case 3 when line.Count > 1: line.RemoveAt(random.Next(line.Count)); break;
                    case 4: lines.Insert(random.Next(lines.Count), [Dirt[random.Next(Dirt.Length)]]); break;
                    default: line[random.Next(line.Count)] = Dirt[random.Next(Dirt.Length)]; break;
                }
            }

            return string.Join('\n', lines.Select(line => string.Join('|', line)));
        }
#pragma warning restore CA5394

        const string Wide = "标题|||||\n学校标识码|在校生||教师||班数\n|计|女|男|女|\n甲|1|2|3|4|5\n0101|900|450|20|40|20\n0102|800|400|20|30|18\n合计|1700|850|40|70|38\n注：示例";
        var mapped = new Mapped().WithSchools("0101", "0102", "0103")
            .With("a.csv", "stage", "", Damaged(Wide), "primary")
            .With("b.csv", "stage", "", Damaged(Wide), "junior")
            .With("c.xlsx", "facility", "条件1", Damaged("学校标识码|0101\n项目|单位|值\n用房|平方米|5000\n体育馆||600"))
            .With("c.xlsx", "facility", "条件2", Damaged("学校标识码|0102\n项目|单位|值\n用房|平方米|4000\n体育馆||500"))
            .By(Layouts);

        mapped.AccountsForEveryRow();
        Assert.All(mapped.Findings, Told.InBothLanguages);
        Assert.Equal(mapped.Mapper.Counts.Sum(count => count.Quarantined), mapped.Mapper.Aside.Count);
        Assert.Equal(mapped.Mapper.Counts.Sum(count => count.Loaded), mapped.Mapper.Rows.Sum(row => row.Parts.Count));
        Assert.Equal(mapped.Mapper.Aside.Count, mapped.Mapper.Aside.DistinctBy(row => (row.File, row.Dataset, row.Sheet, row.Row)).Count());
    }
}
