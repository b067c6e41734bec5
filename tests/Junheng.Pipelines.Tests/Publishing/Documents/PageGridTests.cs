using System.Text;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Tests.Publishing;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>GB/T 9704: 22 lines of 28 characters on a page.</summary>
public sealed class PageGridTests(FigureBench bench) : IClassFixture<FigureBench>
{
    [Theory]
    [InlineData((22 * 28) - 2, 1)]
    [InlineData((22 * 28) - 1, 2)]
    [InlineData((44 * 28) - 2, 2)]
    [InlineData((44 * 28) - 1, 3)]
    public async Task Page_Holds22LinesOf28Characters(int characters, int pages)
    {
        // A paragraph begins two characters in.
        var source = TypstLayout.Official(Language.Zh) + "#set document(date: datetime(year: 2024, month: 1, day: 1))\n" + new string('县', characters) + "\n";

        var answer = await bench.Worker.AskAsync("typeset", json =>
        {
            json.WriteString("source", source);
            json.WriteString("words", source);
        });

        Assert.Null(answer.Fault);
        Assert.Equal(pages, Encoding.Latin1.GetString(answer.Body.GetProperty("pdfBase64").GetBytesFromBase64()).Split("/Type /Page\n").Length - 1);
    }
}
