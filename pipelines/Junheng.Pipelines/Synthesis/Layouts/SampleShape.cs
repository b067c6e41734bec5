using System.Globalization;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>In which tables the sample's numbers stand.</summary>
public enum SampleLayout
{
    /// <summary>The sample's own tables.</summary>
    Tables,

    /// <summary>The forms of <c>junheng template</c>, filled in.</summary>
    Template,

    /// <summary>The wide export of the yearly statistics: a file a stage, a row a school. What it does not carry stands in filled forms.</summary>
    Wide,

    /// <summary>One workbook a school, of the forms of the yearly statistics. What they do not carry stands in filled forms.</summary>
    Workbook,
}

/// <summary>As which kind of file the sample's tables are written.</summary>
public enum SampleFormat
{
    Csv,

    /// <summary>CSV in the national encoding.</summary>
    Gb18030,

    /// <summary>Workbooks.</summary>
    Xlsx,
}

/// <summary>How the sample is written; its numbers are the same in every shape.</summary>
public sealed record SampleShape(SampleLayout Layout, SampleFormat Format)
{
    public static readonly SampleShape Plain = new(SampleLayout.Tables, SampleFormat.Csv);

    /// <summary>What the README says of a shape that is not the repository's.</summary>
    internal string Note => (Layout, Format) == (Plain.Layout, Plain.Format) ? "" : string.Create(CultureInfo.InvariantCulture, $"""

        ## 本份的表式 · This copy

        数字相同，表式不同：文件以 `source.yaml` 所列为准（{Layout}，{Format}）。
        The same numbers in other tables or files: `source.yaml` names them ({Layout}, {Format}).

        """);

    /// <summary>Only these counties, for a test that need not see all; none is all of them.</summary>
    internal IReadOnlyList<string> Counties { get; init; } = [];

    /// <summary>Only these years.</summary>
    internal IReadOnlyList<int> Years { get; init; } = [];

    internal int FirstYear => Years.Count == 0 ? Synthesis.Years.First : Years.Min();
}
