using Junheng.Models;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>Lists of a snapshot as a workbook that a clerk can filter, print and pass on.</summary>
public static class ListWorkbook
{
    /// <summary>One file a county, with a page a school.</summary>
    public const string OfSchools = "schools";

    static readonly Dictionary<string, IReadOnlyList<TabulatedSheet>> Sheets = new(StringComparer.Ordinal)
    {
        ["verdicts"] = VerdictSheets.All,
        ["gaps"] = GapSheets.All,
        ["problems"] = ProblemSheets.All,
        ["remedies"] = RemedySheets.All,
        ["ledger"] = LedgerSheets.All,
        [OfSchools] = [],
    };

    public static IReadOnlyList<string> Kinds { get; } = [.. Sheets.Keys];

    /// <summary>What a workbook of that kind is called.</summary>
    public static string TitleOf(Tabulation about, TextBook texts) => texts["workbook.title." + about.Kind, ("year", about.Year)];

    /// <summary>Writes it whole or not at all.</summary>
    /// <param name="progress">Told of each sheet: its title, how many are done, how many there are.</param>
    /// <returns>Rows by sheet.</returns>
    public static IReadOnlyList<(string Sheet, int Rows)> Write(string path, SnapshotReader reader, Tabulation about, TextBook texts, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var listed = new List<(TabulatedSheet Sheet, string Name, RowSet Rows)>();
        var sheets = Sheets[about.Kind];
        foreach (var sheet in sheets)
        {
            progress(texts["sheet.title." + sheet.Name], listed.Count, sheets.Count);
            listed.Add((sheet, SheetNames.Fit(texts["sheet.title." + sheet.Name], listed.Select(one => one.Name).Append(texts["cover.title"])), sheet.RowsOf(reader, about, cancellation)));
        }

        var title = TitleOf(about, texts);
        var head = PageHead(reader.Snapshot.Catalog.Synthetic, about, texts);
        WorkbookWriter.Write(path, FactsOf(about), book =>
        {
            var cover = new CoverSheet(about, reader.Snapshot, title, texts);
            book.Sheet(texts["cover.title"], CoverSheet.Layout(head), sheet => cover.Write(sheet, listed.Select(one => (one.Sheet, one.Name, one.Rows.Columns)).ToList(), []));
            foreach (var (sheet, name, rows) in listed)
            {
                var list = new ListSheet(sheet, rows, Marked(name, reader.Snapshot.Catalog.Synthetic, about, texts), head, texts);
                book.Sheet(name, list.Layout, writer => list.Write(writer, cancellation));
            }
        });
        return listed.Select(one => (one.Name, one.Rows.Rows.Count)).ToList();
    }

    internal static Dictionary<string, string> FactsOf(Tabulation about) => new() { ["format"] = "1", ["kind"] = about.Kind, ["edition"] = about.Edition == Edition.Public ? "public" : "internal" };

    internal static string PageHead(bool synthetic, Tabulation about, TextBook texts) =>
        string.Join("　", new[] { synthetic ? texts["cover.synthetic_mark"] : "", about.Edition == Edition.Internal ? texts["cover.internal_mark"] : "" }.Where(words => words.Length > 0));

    internal static string Marked(string name, bool synthetic, Tabulation about, TextBook texts) =>
        texts["sheet.heading", ("name", name), ("year", about.Year), ("mark", synthetic ? texts["cover.synthetic_mark"] : "")].TrimEnd();
}
