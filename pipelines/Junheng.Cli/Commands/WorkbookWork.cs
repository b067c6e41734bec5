using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Tabulating;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>Writes workbooks one after the other and says a line for each. None that is there already is written over unasked: somebody may have filled it in.</summary>
internal sealed class WorkbookWork(Terminal terminal, SnapshotReader reader, string folder, bool force)
{
    public void Write(IReadOnlyList<Tabulation> all, CancellationToken cancellation)
    {
        // Before the first is written, so that all are there or none.
        if (!force && all.Select(PathOf).FirstOrDefault(File.Exists) is { } taken) throw new WrongUsageException(terminal.Texts["usage.workbook_taken", ("path", Shown(taken))]);
        new Summary(terminal).Mark(reader.Snapshot.Catalog);
        var lines = terminal.Progress(report =>
        {
            var said = new List<string>();
            foreach (var (about, index) in all.Select((about, index) => (about, index)))
            {
                cancellation.ThrowIfCancellationRequested();
                report(about.FileName, index, all.Count, "");
                said.Add(Write(about, (sheet, _, _) => report(about.FileName, index, all.Count, sheet), cancellation));
            }

            return said;
        });
        foreach (var line in lines) terminal.SayLine(line);
    }

    string Write(Tabulation about, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var path = PathOf(about);
        if (about.Kind != ListWorkbook.OfSchools)
        {
            var sheets = ListWorkbook.Write(path, reader, about, terminal.Texts, progress, cancellation);
            return terminal.Texts["workbook.written", ("path", Shown(path)), ("sheets", string.Join(", ", sheets.Select(sheet => terminal.Texts["workbook.sheet", ("sheet", sheet.Sheet), ("rows", sheet.Rows)])))];
        }

        var count = SchoolWorkbook.Write(path, reader, about, terminal.Texts, cancellation);
        return count == 0 ? terminal.Texts["workbook.no_schools", ("county", about.County)] : terminal.Texts["workbook.written", ("path", Shown(path)), ("sheets", terminal.Texts["workbook.schools", ("count", count)])];
    }

    string PathOf(Tabulation about) => Path.Combine(folder, about.FileName);

    static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
}
