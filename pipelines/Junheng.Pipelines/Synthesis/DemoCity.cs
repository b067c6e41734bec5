using Junheng.Pipelines.Synthesis.Layouts;

namespace Junheng.Pipelines.Synthesis;

/// <summary>The invented city of nine counties, from 2019 to 2024, that a newcomer runs first.</summary>
/// <remarks>Every file says that it is synthetic. One seed and shape, one sequence of bytes, on every machine.</remarks>
public static class DemoCity
{
    /// <summary>Writes the city into a new or empty folder, or over an earlier one.</summary>
    public static SynthesisOutcome Write(string folder, ulong seed, CancellationToken cancellation) =>
        Write(folder, seed, overForeignFiles: false, cancellation);

    /// <param name="folder">Made if it is not there.</param>
    /// <param name="seed">Seed 1 is the sample of the repository; its stories are tested, those of other seeds only resemble them.</param>
    /// <param name="overForeignFiles">Write even where other files lie. Only files of the sample's own names are replaced.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    public static SynthesisOutcome Write(string folder, ulong seed, bool overForeignFiles, CancellationToken cancellation) =>
        Write(folder, seed, overForeignFiles, SampleShape.Plain, cancellation);

    /// <param name="shape">The same numbers in other tables or files; <see cref="SampleShape.Plain"/> is the sample of the repository.</param>
    public static SynthesisOutcome Write(string folder, ulong seed, bool overForeignFiles, SampleShape shape, CancellationToken cancellation)
    {
        var target = new SampleFolder(folder, Templates.Mark);
        var refusal = target.Refuses(overForeignFiles);
        return refusal == SynthesisRefusal.None
            ? new(target.Replace(Files(seed, shape), cancellation))
            : new([], refusal);
    }

    static List<SynthesisFile> Files(ulong seed, SampleShape shape)
    {
        var counties = CountyStories.All.Where(story => shape.Counties.Count == 0 || shape.Counties.Contains(story.Code)).Select(story => new County(story, seed)).ToList();
        var tables = YearBook.Of(counties, seed, "示例市", year => shape.Years.Count == 0 || shape.Years.Contains(year));
        tables.AddRange(PlanFiling.Tables(counties, seed));
        tables.AddRange(ChangeFiling.Tables(counties, seed, shape.FirstYear));
        tables.Add(ProcedureFiling.Table(counties, seed));
        return
        [
            new(SampleFolder.Readme, Templates.Readme(seed, CountyStories.All) + shape.Note),
            new("plans/demo-city-2022.yaml", Templates.Plan),
            new("prices.yaml", Templates.Prices),
            .. FilesOf(tables, shape),
        ];
    }

    static IEnumerable<SynthesisFile> FilesOf(IReadOnlyList<FiledTable> tables, SampleShape shape) => shape.Layout switch
    {
        SampleLayout.Tables => SampleTables.Files(tables, shape.Format),
        SampleLayout.Template => FilledTemplate.Files(tables.Select(CityTable.Of).ToList(), shape.Format),
        SampleLayout.Wide => StatisticsExport.Files(tables.Select(CityTable.Of).ToList(), shape.Format),
        _ => SchoolWorkbooks.Files(tables.Select(CityTable.Of).ToList(), shape.Format),
    };
}
