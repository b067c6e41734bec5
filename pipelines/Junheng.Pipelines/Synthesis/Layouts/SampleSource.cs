using System.Globalization;
using System.Text;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The <c>files</c> of a sample's source.yaml, and the encoding of its texts.</summary>
static class SampleSource
{
    const string NationalEncoding = "gb18030";

    public static Encoding EncodingOf(SampleFormat format) => TextEncodings.Of(format == SampleFormat.Gb18030 ? NationalEncoding : TextEncodings.Utf8);

    public static string ExtensionOf(SampleFormat format) => format == SampleFormat.Xlsx ? ".xlsx" : ".csv";

    /// <param name="head">The source up to and with <c>files:</c>.</param>
    /// <param name="files">Name below a year's folder, without its ending, and the datasets it holds.</param>
    public static SynthesisFile Of(string head, IEnumerable<(string Name, IEnumerable<string> Datasets)> files, SampleFormat format)
    {
        var text = new StringBuilder(head);
        foreach (var (name, datasets) in files)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - files: \"{{year}}/{name}{ExtensionOf(format)}\"\n    datasets: [{string.Join(", ", datasets)}]\n");
            if (format == SampleFormat.Gb18030) text.Append(CultureInfo.InvariantCulture, $"    encoding: {NationalEncoding}\n");
        }

        return new SynthesisFile(SampleFolder.Source, text.ToString());
    }

    public static string PathOf(int year, string name, SampleFormat format) => string.Create(CultureInfo.InvariantCulture, $"{year}/{name}{ExtensionOf(format)}");
}
