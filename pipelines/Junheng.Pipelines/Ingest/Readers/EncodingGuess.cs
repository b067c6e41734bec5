using System.Text;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The encoding of text that does not say it, from a sample of its bytes.</summary>
/// <param name="Sure">Whether the bytes leave no other reading; a guess is told.</param>
/// <param name="Close">Whether another encoding fits nearly as well.</param>
internal readonly record struct EncodingGuess(string Name, bool Sure, bool Close)
{
    /// <returns>Null for bytes that are no text.</returns>
    public static EncodingGuess? Of(ReadOnlySpan<byte> sample)
    {
        if (TextEncodings.ByMark(sample) is { } marked) return new EncodingGuess(marked, true, false);
        if (sample.Contains((byte)0)) return Wide(sample);
        var (valid, wrong) = Utf8(sample);
        // A slip in UTF-8 stays a slip: text in another encoding is hardly ever valid UTF-8 by the way.
        return wrong == 0 || valid > 4 * wrong ? new EncodingGuess(TextEncodings.Utf8, true, false) : Double(sample);
    }

    // Digits, commas and line ends have a zero byte on one side.
    static EncodingGuess? Wide(ReadOnlySpan<byte> sample)
    {
        Span<int> zeros = stackalloc int[2];
        for (var index = 0; index < sample.Length; index++)
        {
            if (sample[index] == 0) zeros[index & 1]++;
        }

        if (zeros[1] * 20 > sample.Length && zeros[0] * 10 < zeros[1]) return new EncodingGuess(TextEncodings.Utf16Little, false, false);
        if (zeros[0] * 20 > sample.Length && zeros[1] * 10 < zeros[0]) return new EncodingGuess(TextEncodings.Utf16Big, false, false);
        return null;
    }

    // The last character may be cut off by the sample's end.
    static (int Valid, int Wrong) Utf8(ReadOnlySpan<byte> sample)
    {
        var (valid, wrong) = (0, 0);
        for (var rest = sample; rest.Length > 0;)
        {
            var ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)127);
            if (ascii < 0) break;
            rest = rest[ascii..];
            var status = Rune.DecodeFromUtf8(rest, out _, out var taken);
            if (status == System.Buffers.OperationStatus.NeedMoreData) break;
            if (status == System.Buffers.OperationStatus.Done) valid++;
            else wrong++;
            rest = rest[taken..];
        }

        return (valid, wrong);
    }

    // Both write a character in two bytes and share most of them; each puts its common characters where the other has rare ones.
    static EncodingGuess Double(ReadOnlySpan<byte> sample)
    {
        var (gb, big5) = (0, 0);
        for (var index = 0; index + 1 < sample.Length; index++)
        {
            var (lead, trail) = (sample[index], sample[index + 1]);
            if (lead < 0x81) continue;
            index++;
            if (lead is (>= 0xB0 and <= 0xD7) or (>= 0xA1 and <= 0xA3) && trail >= 0xA1) gb++;
            if (lead is (>= 0xA4 and <= 0xC6) or 0xA1 && trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE)) big5++;
        }

        return gb >= big5
            ? new EncodingGuess(TextEncodings.Gb18030, false, big5 * 10 > gb * 9)
            : new EncodingGuess(TextEncodings.Big5, false, gb * 10 > big5 * 9);
    }
}
