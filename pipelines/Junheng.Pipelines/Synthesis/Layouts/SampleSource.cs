using System.Globalization;
using System.Text;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The <c>files</c> of a sample's source.yaml, and how its tables are written.</summary>
static class SampleSource
{
    public static Encoding EncodingOf(SampleFormat format) => TextEncodings.Of(format == SampleFormat.Gb18030 ? TextEncodings.Gb18030 : TextEncodings.Utf8);

    public static bool IsWorkbook(SampleFormat format) => format is SampleFormat.Xlsx;

    public static string ExtensionOf(SampleFormat format) => format == SampleFormat.Xlsx ? ".xlsx" : ".csv";

    /// <param name="head">The source up to and with <c>files:</c>.</param>
    public static SynthesisFile Of(string head, IEnumerable<SampleFiles> files, SampleFormat format)
    {
        var text = new StringBuilder(head);
        foreach (var one in files)
        {
            var filedAs = one.Format ?? format;
            text.Append(CultureInfo.InvariantCulture, $"  - files: \"{one.Pattern}{ExtensionOf(filedAs)}\"\n    datasets: [{string.Join(", ", one.Datasets)}]\n");
            if (one.Form.Length > 0) text.Append(CultureInfo.InvariantCulture, $"    form: {one.Form}\n");
            if (filedAs == SampleFormat.Gb18030) text.Append(CultureInfo.InvariantCulture, $"    encoding: {TextEncodings.Gb18030}\n");
        }

        return new SynthesisFile(SampleFolder.Source, text.ToString());
    }
}

/// <summary>One entry of a source's <c>files</c>.</summary>
/// <param name="Pattern">Without its ending.</param>
/// <param name="Datasets">That the files hold.</param>
sealed record SampleFiles(string Pattern, IEnumerable<string> Datasets, string Form = "")
{
    /// <summary>Where it is not the sample's.</summary>
    public SampleFormat? Format { get; init; }
}
