using System.Text;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

public sealed class TextDialectTests
{
    const string Simplified = "学校,在校生数,备注\n第一实验小学,900,城区学校\n第二初级中学,600,镇区学校\n";
    const string Traditional = "學校,學生數,備註\n留侯國民小學,900,市區學校\n板橋國民中學,600,鄉鎮學校\n";

    [Theory]
    [InlineData(TextEncodings.Utf8, false, null)]
    [InlineData(TextEncodings.Utf8, true, null)]
    [InlineData(TextEncodings.Utf16Little, true, null)]
    [InlineData(TextEncodings.Utf16Big, true, null)]
    [InlineData(TextEncodings.Utf16Little, false, "FILE-ENCODING-GUESSED")]
    [InlineData(TextEncodings.Utf16Big, false, "FILE-ENCODING-GUESSED")]
    [InlineData(TextEncodings.Gb18030, true, null)]
    [InlineData(TextEncodings.Gb18030, false, "FILE-ENCODING-GUESSED")]
    [InlineData(TextEncodings.Big5, false, "FILE-ENCODING-GUESSED")]
    public void Read_Encoding_IsFoundAndSaidWhenGuessed(string encoding, bool mark, string? said)
    {
        var text = (mark ? "\uFEFF" : "") + (encoding == TextEncodings.Big5 ? Traditional : Simplified);

        var (rows, findings) = ReadFile.Of("a.csv", TextEncodings.Of(encoding).GetBytes(text));

        Assert.Equal(text.TrimStart('\uFEFF').TrimEnd('\n').Split('\n').Select(line => line.Replace(',', '|')), rows.Select(ReadFile.Joined));
        Assert.Equal(said is null ? [] : [(said, encoding)], findings.Select(finding => (finding.Code, finding.Value)));
        Assert.All(findings, Told.InBothLanguages);
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    [InlineData('|')]
    public void Read_Delimiter_IsFound(char delimiter)
    {
        var (rows, findings) = ReadFile.Of("a.txt", Encoding.UTF8.GetBytes("城区、镇区学校 (2024年)\n" + Simplified.Replace(',', delimiter).Replace("900", "\"1,900\"", StringComparison.Ordinal)));

        Assert.Empty(findings);
        Assert.Equal("第一实验小学|1,900|城区学校", ReadFile.Joined(rows[2]));
    }

    [Fact]
    public void Read_TwoDelimitersAlike_IsSaidAndTheSourceDecides()
    {
        var bytes = Encoding.UTF8.GetBytes("a;b,c\n1;2,3\n4;5,6\n");

        Assert.Equal("comma", Told.Once(ReadFile.Of("a.csv", bytes).Findings, "FILE-DELIMITER-GUESSED").Value);
        var (rows, findings) = ReadFile.Of("a.csv", bytes, delimiter: "semicolon");
        Assert.Empty(findings);
        Assert.Equal("1|2,3", ReadFile.Joined(rows[1]));
    }

    [Fact]
    public void Read_AByteThatDoesNotBelong_StaysAnError()
    {
        var bytes = Encoding.UTF8.GetBytes(Simplified + "第三小学,300,");

        var (_, findings) = ReadFile.Of("a.csv", [.. bytes, 0xB0, 0x0A]);

        Assert.Equal((Severity.Error, "B0"), (Told.Once(findings, "FILE-ENCODING").Severity, findings[0].Value));
    }
}
