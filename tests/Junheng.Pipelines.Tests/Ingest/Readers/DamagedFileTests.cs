using System.Globalization;
using System.Text;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

/// <summary>Random damage, from seeds that are kept: a reader reads on or says why not, and never throws. <c>JUNHENG_FUZZ</c> sets how many inputs; the suite takes a few.</summary>
public sealed class DamagedFileTests
{
    static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("JUNHENG_FUZZ"), CultureInfo.InvariantCulture, out var said) ? said : 40;

    static readonly (string Name, byte[] Bytes)[] Whole =
    [
        ("a.csv", Encoding.UTF8.GetBytes("学校,人数,备注\n一小,900,\"城区,甲\"\n二小,600,乙\n合计,1500,\n")),
        ("a.xlsx", new TinyWorkbook().Sheet("示例", TinyWorkbook.Row(1, "学校", "人数") + TinyWorkbook.Row(2, "一小", "900") + $"<row r=\"3\">{TinyWorkbook.Number("B3", "0.5", 1)}</row>", "A1:A2").Bytes()),
        ("a.xls", TinyXls.Workbook("示例", [["学校", "人数"], ["一小", 900.0], ["二小", 600.0]], (0, 1, 0, 0))),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20240901)]
    public void Read_DamagedFile_IsReadOrRefusedInWords(int seed)
    {
        var random = new Random(seed);
        for (var input = 0; input < Inputs; input++)
        {
            var (name, whole) = Whole[input % Whole.Length];
            var bytes = Damaged(whole, random);

            var (rows, findings) = ReadFile.Of(name, bytes);

            Assert.True(rows.Count > 0 || findings.HasErrors, FormattableString.Invariant($"{name}, seed {seed}, input {input}: no row and no word"));
            Assert.True(findings.Errors <= 2, FormattableString.Invariant($"{name}, seed {seed}, input {input}: {Told.Codes(findings)}"));
            Assert.All(findings, Told.InBothLanguages);
        }
    }

    static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        for (var change = random.Next(1, 12); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }
}
