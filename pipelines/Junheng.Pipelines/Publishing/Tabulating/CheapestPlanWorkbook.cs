using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>A cheapest plan as rows, in the columns that <see cref="TabulatedColumn"/> knows.</summary>
/// <param name="Notes">What was said of it: cost and bound, years, conflicts, the judge, whose pupils.</param>
public sealed record TabulatedPlan(RowSet Additions, RowSet Totals, RowSet Moves, RowSet LeftAtFloor, IReadOnlyList<string> Notes, int Target);

/// <summary>最省达标方案 as a workbook: what each school gets and when, what that comes to, who moves where, what stays behind, and what no money can add to.</summary>
public static class CheapestPlanWorkbook
{
    const string Kind = "cheapest";

    static readonly TabulatedSheet Additions = new("plan_additions", "", ["school_indicator"], FrozenColumns: 3);
    static readonly TabulatedSheet Totals = new("plan_totals", "", ["school_indicator"], FrozenColumns: 3);
    static readonly TabulatedSheet Moves = new("plan_moves", "", ["school_indicator"]);
    static readonly TabulatedSheet LeftAtFloor = new("plan_left", "", ["school_indicator"], FrozenColumns: 2);

    // What money adds nothing to: the county's own indicators that fail or are not known.
    static readonly TabulatedSheet NoLevers = new("plan_no_levers", """
        marked as (select * from county_indicator where year = $year and county_code = $county and part = '' and verdict in ('not_met', 'unknown'))
        select indicator, indicator_name, stage, verdict, value, threshold, case when $zh then unit_zh else unit_en end as unit, case when $zh then reason else reason_en end as reason
        from marked
        join indicator_word using (indicator)
        order by indicator_word.sort_order, indicator, stage
        """, ["county_indicator", "rule_indicator"]);

    /// <summary>Writes it whole or not at all.</summary>
    /// <param name="judged">The year the plan starts from.</param>
    public static void Write(string path, SnapshotReader reader, TabulatedPlan plan, string county, int judged, TextBook texts, CancellationToken cancellation)
    {
        var about = new Tabulation(Kind, judged, county, Edition.Internal, texts.Language);
        var synthetic = reader.Snapshot.Catalog.Synthetic;
        var head = ListWorkbook.PageHead(synthetic, about, texts);
        var lists = new[]
        {
            (Sheet: Additions, Rows: plan.Additions), (Sheet: Totals, Rows: plan.Totals), (Sheet: Moves, Rows: plan.Moves), (Sheet: LeftAtFloor, Rows: plan.LeftAtFloor),
            (Sheet: NoLevers, Rows: NoLevers.RowsOf(reader, about, cancellation)),
        }.Select(one => (one.Sheet, Name: texts["sheet.title." + one.Sheet.Name], one.Rows)).ToList();
        var name = reader.Query("select county_name from county where county_code = $county", cancellation, ("county", county)).Rows is [var row] ? (string)row[0]! : county;
        WorkbookWriter.Write(path, ListWorkbook.FactsOf(about), book =>
        {
            var cover = new CoverSheet(about, reader.Snapshot, texts["cheapest_book.title", ("county", name), ("code", county), ("target", plan.Target)], texts);
            book.Sheet(texts["cover.title"], CoverSheet.Layout(head), sheet => cover.Write(sheet, lists.Select(one => (one.Sheet, one.Name, one.Rows.Columns)).ToList(), plan.Notes));
            foreach (var (sheet, title, rows) in lists)
            {
                var list = new ListSheet(sheet, rows, ListWorkbook.Marked(title, synthetic, sheet == NoLevers ? about : about with { Year = plan.Target }, texts), head, texts);
                book.Sheet(title, list.Layout, writer => list.Write(writer, cancellation));
            }
        });
    }
}
