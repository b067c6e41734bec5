using System.Text;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Tests.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>GB/T 9704: 22 lines of 28 characters on a page.</summary>
[Collection(FigureCollection.Name)]
public sealed class PageGridTests(FigureBench bench)
{
    [Theory]
    [InlineData((22 * 28) - 2, 1)]
    [InlineData((22 * 28) - 1, 2)]
    [InlineData((44 * 28) - 2, 2)]
    [InlineData((44 * 28) - 1, 3)]
    public async Task Page_Holds22LinesOf28Characters(int characters, int pages)
    {
        var pdf = await SetAsync(characters);

        Assert.Equal(pages, Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1);
    }

    [Fact]
    public async Task Page_StandsOnTheGridAndInsideTheMargins()
    {
        const double point = 72 / 25.4;
        var body = PdfLines.Of(await SetAsync((22 * 28) - 2)).Where(run => Math.Abs(run.Size - 16) < 0.01).ToList();
        var lines = body.GroupBy(run => Math.Round(run.Baseline, 2)).OrderBy(line => line.Key).Select(line => (line.Key, Left: line.Min(run => run.X), Glyphs: line.Sum(run => run.Glyphs))).ToList();

        Assert.Equal([26, .. Enumerable.Repeat(28, 21)], lines.Select(line => line.Glyphs));
        // Line to line 28.95 pt, but for the rounding of positions.
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.InRange(pair.Second.Key - pair.First.Key, 28.93, 28.97));
        // 28 mm to the left, the paragraph two characters in; 28 characters end before the 26 mm to the right.
        Assert.InRange(lines[0].Left - (28 * point), 31, 33);
        Assert.All(lines.Skip(1), line => Assert.InRange(line.Left - (28 * point), -0.1, 0.3));
        Assert.InRange(lines[1].Left + (28 * (16 - 0.22)), 0, (210 - 26) * point + 0.3);
        // 37 mm above the first line, 35 mm below the last: ascent and descent of the character included.
        Assert.InRange(lines[0].Key - (0.8 * 16) - (37 * point), -0.1, 0.3);
        Assert.InRange(lines[^1].Key + (0.2 * 16), 0, (297 - 35) * point + 0.1);
    }

    async Task<byte[]> SetAsync(int characters)
    {
        // A paragraph begins two characters in.
        var source = TypstLayout.Official(Language.Zh) + "#set document(date: datetime(year: 2024, month: 1, day: 1))\n" + new string('县', characters) + "\n";

        var answer = await bench.Worker.AskAsync("typeset", json =>
        {
            json.WriteString("source", source);
            json.WriteString("words", source);
        });

        Assert.Null(answer.Fault);
        return answer.Body.GetProperty("pdfBase64").GetBytesFromBase64();
    }
}
