using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>Where the glyphs of a pdf stand, read from its content streams: one entry a run of text, in points from the upper left corner.</summary>
static partial class PdfLines
{
    const double PageHeight = 841.89;

    public static IReadOnlyList<(double X, double Baseline, double Size, int Glyphs)> Of(byte[] pdf) =>
    [
        .. Streams(pdf).SelectMany(stream => Shown().Matches(stream)).Select(run => (
            Number(run, "x") + Number(run, "dx"), PageHeight - Number(run, "y") + Number(run, "dy"), Number(run, "size"), Strings().Matches(run.Groups["shown"].Value).Sum(text => Bytes(text.Groups["text"].Value) / 2))),
    ];

    static IEnumerable<string> Streams(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        for (var at = text.IndexOf("\nstream\n", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\nstream\n", at + 1, StringComparison.Ordinal))
        {
            if (pdf[at + 8] != 0x78) continue;
            using var inflated = new ZLibStream(new MemoryStream(pdf, at + 8, pdf.Length - at - 8), CompressionMode.Decompress);
            using var content = new MemoryStream();
            inflated.CopyTo(content);
            yield return Encoding.Latin1.GetString(content.ToArray());
        }
    }

    // An escape is one byte, however many characters it takes.
    static int Bytes(string text) => Escape().Replace(text, "x").Length;

    static double Number(Match match, string name) => double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"1 0 0 -1 (?<x>[-0-9.]+) (?<y>[-0-9.]+) cm(?:(?!\bcm\b).)*?/f[0-9]+ (?<size>[0-9.]+) Tf\s+1 0 0 -1 (?<dx>[-0-9.]+) (?<dy>[-0-9.]+) Tm\s+\[(?<shown>.*?)\] TJ", RegexOptions.Singleline | RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\((?<text>(\\.|[^\\)])*)\)", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Strings();

    [GeneratedRegex(@"\\([0-7]{3}|.)", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10000)]
    private static partial Regex Escape();
}
