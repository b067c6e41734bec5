using System.Text;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The encodings text is filed in. A byte that does not belong is an error, never a question mark.</summary>
public static class TextEncodings
{
    /// <summary>The source does not say: the bytes are looked at.</summary>
    public const string Detect = "detect";

    public const string Utf8 = "utf-8";
    public const string Gb18030 = "gb18030";
    public const string Big5 = "big5";
    public const string Utf16Little = "utf-16le";
    public const string Utf16Big = "utf-16be";

    public static readonly string[] Names = [Utf8, Gb18030, Big5, Utf16Little, Utf16Big];

    /// <summary>What a source may write.</summary>
    public static readonly string[] Choices = [Detect, .. Names];

    static readonly (string Name, byte[] Mark)[] Marks =
    [
        (Utf8, [0xEF, 0xBB, 0xBF]), (Utf16Little, [0xFF, 0xFE]), (Utf16Big, [0xFE, 0xFF]), (Gb18030, [0x84, 0x31, 0x95, 0x33]),
    ];

    public static Encoding Of(string name) => name switch
    {
        Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        Utf16Little => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        Utf16Big => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new NotSupportedException($"No encoding {name} in this runtime."),
    };

    /// <summary>The encoding a file declares by its first bytes; null when it has no byte order mark.</summary>
    public static string? ByMark(ReadOnlySpan<byte> start)
    {
        foreach (var (name, mark) in Marks)
        {
            if (start.StartsWith(mark)) return name;
        }

        return null;
    }

    /// <summary>How many bytes at the start are this encoding's mark and no text.</summary>
    public static int MarkLength(string name, ReadOnlySpan<byte> start)
    {
        foreach (var (known, mark) in Marks)
        {
            if (known == name && start.StartsWith(mark)) return mark.Length;
        }

        return 0;
    }
}
