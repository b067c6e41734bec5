namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The sample in tables of its own: a file a table and year.</summary>
static class SampleTables
{
    public static IEnumerable<SynthesisFile> Files(IReadOnlyList<FiledTable> tables, SampleFormat format) =>
    [
        new("maps/demo-city.yaml", Templates.Map),
        format == SampleFormat.Csv
            ? new SynthesisFile(SampleFolder.Source, Templates.Source)
            : SampleSource.Of(Templates.SourceHead, tables.DistinctBy(table => table.Name).Select(table => new SampleFiles($"{table.FolderPattern}/{table.Name}", [table.Dataset])), format),
        .. tables.Select(table => PlainSheet.File($"{table.Folder}/{table.Name}", format, new PlainSheet("Sheet1", table.Sheet.Lines))),
    ];
}
