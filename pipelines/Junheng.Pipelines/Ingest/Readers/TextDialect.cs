using System.Text;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>How a text file is to be read: what the source says, else what its bytes say.</summary>
internal readonly record struct TextDialect(string Encoding, char Delimiter)
{
    public const int SampleBytes = 1 << 20;

    /// <returns>Null for a file that is no text; the finding says so.</returns>
    public static TextDialect? Of(ReadOnlySpan<byte> sample, FiledFile file, FindingList findings)
    {
        var place = new Place(file.Name);
        var encoding = file.Encoding;
        if (encoding == TextEncodings.Detect)
        {
            if (EncodingGuess.Of(sample) is not { } guess)
            {
                findings.Add(Finding.Error("FILE-NOT-A-TABLE", place, "binary"));
                return null;
            }

            encoding = guess.Name;
            if (!guess.Sure) findings.Add(Finding.Of(guess.Close ? Severity.Warning : Severity.Note, "FILE-ENCODING-GUESSED", place, encoding));
        }
        else if (encoding is TextEncodings.Utf8 or TextEncodings.Gb18030 or TextEncodings.Big5 && sample.Contains((byte)0))
        {
            findings.Add(Finding.Error("FILE-NOT-A-TABLE", place, TextEncodings.ByMark(sample) ?? "binary"));
            return null;
        }

        if (file.Delimiter.Length > 0) return new TextDialect(encoding, DelimiterGuess.Names[file.Delimiter]);
        var usual = file.Name.Contains(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';
        var delimiter = DelimiterGuess.Of(Lenient(encoding).GetString(sample[TextEncodings.MarkLength(encoding, sample)..]), usual);
        if (delimiter.Close) findings.Add(Finding.Warning("FILE-DELIMITER-GUESSED", place, DelimiterGuess.NameOf(delimiter.Delimiter)));
        return new TextDialect(encoding, delimiter.Delimiter);
    }

    // Only to look at it: where the sample cuts a character in two is no fault.
    static Encoding Lenient(string name)
    {
        var encoding = (Encoding)TextEncodings.Of(name).Clone();
        encoding.DecoderFallback = DecoderFallback.ReplacementFallback;
        return encoding;
    }
}
