using System.Globalization;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>One form of a school: the lines above its grid, a header of several rows, a row that letters the columns, the grid.</summary>
/// <param name="Number">It goes by.</param>
/// <param name="Columns">The levels of each column's header.</param>
/// <param name="Grid">From the row label on.</param>
sealed record SchoolForm(string Number, string Title, IReadOnlyList<string[]> Columns, IReadOnlyList<IReadOnlyList<string>> Grid)
{
    // What stands above the grid of every form.
    const int LinesAbove = 4;

    public PlainSheet Sheet(FiledSchool school)
    {
        var header = new MergedHeader(Columns, LinesAbove + 1);
        return new PlainSheet(NameFor(school), [.. Above(school), .. header.Rows, Columns.Select((_, index) => ((char)('A' + index)).ToString()).ToList(), .. Grid]) { Merged = header.Merged };
    }

    /// <summary>The same without header and letters: labels and what stands beside them.</summary>
    public PlainSheet Card(FiledSchool school) => new(NameFor(school), [.. Above(school), .. Grid]);

    string NameFor(FiledSchool school) => school.Year < Years.NewForm ? Number : $"{Number}_{school.TypeName}";

    IReadOnlyList<string>[] Above(FiledSchool school) =>
    [
        [$"{Title}（示例数据 synthetic，全部为虚构，不得引用）"],
        [string.Create(CultureInfo.InvariantCulture, $"（{school.Year} /{school.Year + 1} 学年初）")],
        ["", "表    号：" + Number],
        ["", "制定机关：示例（虚构）"],
    ];
}
