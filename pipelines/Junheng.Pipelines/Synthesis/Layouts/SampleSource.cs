using System.Globalization;
using System.Text;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The <c>files</c> of a sample's source.yaml, and how its tables are written.</summary>
static class SampleSource
{
    public static Encoding EncodingOf(SampleFormat format) => TextEncodings.Of(format == SampleFormat.Gb18030 ? TextEncodings.Gb18030 : TextEncodings.Utf8);

    public static string ExtensionOf(SampleFormat format) => format == SampleFormat.Xlsx ? ".xlsx" : ".csv";

    /// <param name="head">The source up to and with <c>files:</c>.</param>
    /// <param name="files">Pattern without its ending, and the datasets the files hold.</param>
    public static SynthesisFile Of(string head, IEnumerable<(string Pattern, IEnumerable<string> Datasets)> files, SampleFormat format)
    {
        var text = new StringBuilder(head);
        foreach (var (pattern, datasets) in files)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - files: \"{pattern}{ExtensionOf(format)}\"\n    datasets: [{string.Join(", ", datasets)}]\n");
            if (format == SampleFormat.Gb18030) text.Append(CultureInfo.InvariantCulture, $"    encoding: {TextEncodings.Gb18030}\n");
        }

        return new SynthesisFile(SampleFolder.Source, text.ToString());
    }
}
