using System.Text;

namespace Junheng.Pipelines.Synthesis;

/// <param name="Path">Relative to the folder of the sample, with forward slashes.</param>
/// <param name="Write">Writes it under a full path.</param>
sealed record SynthesisFile(string Path, Action<string> Write)
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public SynthesisFile(string path, string text)
        : this(path, text, Utf8)
    {
    }

    public SynthesisFile(string path, string text, Encoding encoding)
        : this(path, full => File.WriteAllText(full, text, encoding))
    {
    }
}
