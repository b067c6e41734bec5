using FsCheck;
using FsCheck.Fluent;

namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>
/// Nothing is lost: whatever is done to the tables, each filled cell ends as a value, a word, a title, a remark, a total, a header, a listed unread column, or under a finding.
/// <c>JUNHENG_FUZZ</c> draws that many damaged filings anew; the suite takes the same few each time.
/// </summary>
public sealed class CellConservationTests
{
    const int Few = 150;

    const string Layouts = """
          stage:
            - years: 2024
              columns:
                school_code: {from: 代码, digits: 4}
                stage: {from: 学段, values: {小学: primary, 初中: junior}}
                pupils: 在校生
                classes: 班数
                teachers: {sum: [男教师, 女教师]}
          facility:
            - years: 2024
              columns: {school_code: {from: 代码, digits: 4}, teaching_area: 用房, gym_area: 体育馆}
        """;

    static readonly string[] Stages = ["学段表（示例数据）|||||||", "代码|学段|在校生|班数|男教师|女教师|备注|", "甲|乙|1|2|3|4||", "0101|小学|900|20|20|40|新校|", "0102|小学|600|15|18|30||", "0102|初中|300|6|9|12|-|", "合计||1800|41|47|82||", "注：示例||||||"];

    static readonly string[] Facilities = ["代码|用房|体育馆", "0101|5000.5|600", "0102|4000|-", "小计|9000.5|"];

    static readonly string[] Dirt = ["", " ", "-", "*", "0", "7", "-1", "九百", "合计", "云桥区小计", "注：", "无", "1.13E+09", "95%", "１２", "0101", "0102", "0199", "代码", "小学", "初中", "在校生", "班数", "A", "甲", "1,234.5", "999999999999", "#DIV/0!", "\u001f", "😀", "12人", "备注"];

    /// <summary>One thing done to one of the tables.</summary>
    public sealed record Damage(int Table, int Kind, int Line, int Column, int Dirt);

    static Gen<Damage> AnyDamage =>
        from table in Gen.Choose(0, 1)
        from kind in Gen.Choose(0, 7)
        from line in Gen.Choose(0, 40)
        from column in Gen.Choose(0, 40)
        from dirt in Gen.Choose(0, Dirt.Length - 1)
        select new Damage(table, kind, line, column, dirt);

    [Fact]
    public void Map_DamagedTables_LosesNoCell()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Few).WithReplay(20_240_901, 1);
        if (int.TryParse(Environment.GetEnvironmentVariable("JUNHENG_FUZZ"), System.Globalization.CultureInfo.InvariantCulture, out var many)) config = Config.QuickThrowOnFailure.WithMaxTest(many);

        Prop.ForAll(Arb.From(AnyDamage.ListOf().Select(damages => damages.ToArray()), Fewer), damages =>
        {
            var mapped = Filed(damages);

            mapped.AccountsForEveryRow();
            Assert.Equal([], new CellAccount(mapped).Lost());
        }).Check(config);
    }

    [Fact]
    public void Map_SoundTables_LoseNoCellAndTellNothing()
    {
        var mapped = Filed([]);

        Assert.Empty(mapped.Findings);
        Assert.Empty(new CellAccount(mapped).Lost());
        Assert.Equal("900", mapped.Amount("0101", "pupils", "primary"));
    }

    [Fact]
    public void Lost_CellThatWentNowhere_IsNamed()
    {
        var mapped = Filed([]);
        var record = mapped.Mapper.Rows.Single(row => row.Word("school_code") == "0101" && row.Find("pupils") is not null);
        record.Quantities.Remove(record.Find("pupils")!);

        Assert.StartsWith("stages.csv C4 «900»", Assert.Single(new CellAccount(mapped).Lost()), StringComparison.Ordinal);
    }

    // What fails shrinks to the few damages that matter.
    static IEnumerable<Damage[]> Fewer(Damage[] damages) => damages.Select((_, left) => damages.Where((_, index) => index != left).ToArray());

    static Mapped Filed(IReadOnlyList<Damage> damages) => new Mapped().WithSchools("0101", "0102")
        .With("stages.csv", "stage", "", Damaged(Stages, damages.Where(damage => damage.Table == 0)))
        .With("facilities.csv", "facility", "", Damaged(Facilities, damages.Where(damage => damage.Table == 1)))
        .By(Layouts);

    static string Damaged(IEnumerable<string> table, IEnumerable<Damage> damages)
    {
        var lines = table.Select(line => line.Split('|').ToList()).ToList();
        foreach (var damage in damages)
        {
            var line = lines[damage.Line % lines.Count];
            var (column, dirt) = (damage.Column % line.Count, Dirt[damage.Dirt]);
            switch (damage.Kind)
            {
                case 0 when lines.Count > 1: lines.Remove(line); break;
                case 1: lines.Insert(damage.Column % lines.Count, [.. line]); break;
                case 2: line.Insert(column, dirt); break;
                case 3 when line.Count > 1: line.RemoveAt(column); break;
                case 4: lines.Insert(damage.Line % lines.Count, [dirt]); break;
                case 5: (lines[damage.Line % lines.Count], lines[damage.Column % lines.Count]) = (lines[damage.Column % lines.Count], line); break;
                default: line[column] = dirt; break;
            }
        }

        return string.Join('\n', lines.Select(line => string.Join('|', line)));
    }
}
