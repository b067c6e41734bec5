using System.Text;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The encodings a source may name. A byte that does not belong is an error, never a question mark.</summary>
public static class TextEncodings
{
    public const string Utf8 = "utf-8";

    public static readonly string[] Names = [Utf8, "gb18030"];

    public static Encoding Of(string name) => name == Utf8
        ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
        : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new NotSupportedException($"No encoding {name} in this runtime.");
}
