using Junheng.Pipelines.Synthesis.Layouts;

namespace Junheng.Pipelines.Synthesis;

/// <summary>Three small invented counties whose filing has faults, judged by a local pack: what the demo city, which has none, cannot show.</summary>
public static class DemoDistrict
{
    const int FirstYear = Years.Last - 1;

    /// <param name="folder">Made if it is not there.</param>
    /// <param name="seed">Seed 1 is the sample of the repository.</param>
    /// <param name="overForeignFiles">Write even where other files lie. Only files of the sample's own names are replaced.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    public static SynthesisOutcome Write(string folder, ulong seed, bool overForeignFiles, CancellationToken cancellation)
    {
        var target = new SampleFolder(folder, Templates.DistrictMark);
        var refusal = target.Refuses(overForeignFiles);
        return refusal == SynthesisRefusal.None
            ? new(target.Replace(Files(seed), cancellation))
            : new([], refusal);
    }

    static List<SynthesisFile> Files(ulong seed)
    {
        var counties = DistrictStories.All.Select(story => new County(story, seed)).ToList();
        return
        [
            new(SampleFolder.Readme, Templates.DistrictReadme(seed, DistrictStories.All)),
            new("maps/demo-district.yaml", Templates.DistrictMap),
            new(SampleFolder.Source, Templates.DistrictSource),
            // None of its counties files classes one by one.
            .. YearBook.Of(counties, seed, "示例盟", year => year >= FirstYear).Where(table => table.Dataset != "class").Select(table =>
                PlainSheet.File($"{table.Folder}/{table.Name}", SampleFormat.Csv, new PlainSheet("Sheet1", table.Sheet.Lines))),
        ];
    }
}
