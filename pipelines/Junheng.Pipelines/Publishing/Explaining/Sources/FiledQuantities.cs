using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>Finds what schools filed: amounts from the snapshot, texts from the raw cells, units and expressions from the map that was used.</summary>
public sealed class FiledQuantities(SnapshotReader reader, SnapshotMap map, FiledCells cells, CancellationToken cancellation)
{
    // A lag reaches a few years back.
    const string OfSchools = """
        select year, school_code, stage, field, coalesce(exact, cast(amount as varchar)) as amount, file, sheet, "row", columns, standing
        from filed_quantity
        where year between $year - 6 and $year
            and school_code in (select school_code from school where year = $year and ($school is null or school_code = $school) and ($county is null or county_code = $county))
        """;

    readonly Dictionary<(int Year, string School, string Stage, string Field), Filed> amounts = [];
    readonly Dictionary<(string Dataset, int Year, string School, string Stage), (string File, string Sheet, int Row)?> places = [];

    readonly HashSet<(int Year, string? County, string? School)> loaded = [];

    // Which column each field was read from, and what stands over it.
    readonly Lazy<ILookup<(string File, string Sheet, string Dataset), (string Field, string Column, string Header)>> columns = new(() => reader
        .Query("select file, sheet, dataset, field, \"column\", header from source_column order by file, sheet, dataset, field, operand", cancellation).Rows
        .ToLookup(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!), row => ((string)row[3]!, (string)row[4]!, (string)row[5]!)));

    /// <summary>Loads what a county's schools filed, or one school; the year's texts with it, so that they are not looked up one by one.</summary>
    public void Load(int year, string? county, string? school)
    {
        if (!loaded.Add((year, county, school))) return;
        var rows = reader.Query(OfSchools, cancellation, ("year", year), ("county", county), ("school", school));
        foreach (var row in rows.Rows)
        {
            var filed = new Filed(Rational.Parse((string)row[4]!), (string)row[5]!, (string)row[6]!, (int)row[7]!, ((string)row[8]!).Split(';', StringSplitOptions.RemoveEmptyEntries), row[9] is "site_check");
            amounts[((int)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!)] = filed;
        }

        foreach (var group in rows.Rows.Where(row => (int)row[0]! == year).GroupBy(row => ((string)row[5]!, (string)row[6]!)))
            cells.Fetch(group.Key.Item1, group.Key.Item2, group.Select(row => (int)row[7]!));
    }

    /// <summary>The quantity, filed or not; where it was not, its blank cell if its row is there.</summary>
    public FiledQuantity Find(int year, string school, string stage, string field)
    {
        var known = map.Find(field);
        var rule = known is { } home ? map.RuleOf(home.Dataset.Name, year, field) : null;
        var meaning = known is { } named ? new Bilingual(named.Field.Zh, named.Field.En) : new Bilingual(field, field);
        var filed = amounts.GetValueOrDefault((year, school, stage, field));
        // What a site check found stands in the unit the field is stored in, whatever the school files in.
        var (dataset, readAs) = filed is { FoundOnSite: true } ? ("site_check", "found") : (known?.Dataset.Name, field);
        if (filed is { FoundOnSite: true }) rule = map.RuleOf("site_check", year, "found");
        return new FiledQuantity(
            year, school, stage, field, meaning, filed?.Amount, known?.Field.Unit ?? "", known?.Field.Whole ?? false,
            rule?.Expression ?? Expression.From, rule?.Unit.Factor ?? 1, rule?.Unit.Name ?? "",
            filed is null ? BlankCells(year, school, stage, known?.Dataset.Name, field) : CellsOf(filed, dataset, readAs));
    }

    List<SourceCell> CellsOf(Filed filed, string? dataset, string field)
    {
        var cellsThere = filed.Columns.Select(column => CellAddress.Read(column, filed.File, filed.Sheet, filed.Row)).ToList();
        foreach (var group in cellsThere.GroupBy(cell => (cell.File, cell.Sheet))) cells.Fetch(group.Key.File, group.Key.Sheet, group.Select(cell => cell.Row));
        return cellsThere.Select(cell => new SourceCell(
            cell.File, cell.Sheet, cell.Row, cell.Column,
            columns.Value[(cell.File, cell.Sheet, dataset ?? "")].FirstOrDefault(one => one.Column == cell.Column && (one.Field == field || filed.Columns.Count > 1)).Header,
            cells.Row(cell.File, cell.Sheet, cell.Row) is { } row ? row.GetValueOrDefault(cell.Column, "") : null)).ToList();
    }

    // The row was filed but not this cell: its column is where the header stands.
    List<SourceCell> BlankCells(int year, string school, string stage, string? dataset, string field)
    {
        if (dataset is null || PlaceOf(dataset, year, school, stage) is not { } place) return [];
        var row = cells.Row(place.File, place.Sheet, place.Row);
        return columns.Value[(place.File, place.Sheet, dataset)].Where(column => column.Field == field)
            .Select(column => new SourceCell(place.File, place.Sheet, place.Row, column.Column, column.Header, row?.GetValueOrDefault(column.Column, "")))
            .ToList();
    }

    (string File, string Sheet, int Row)? PlaceOf(string dataset, int year, string school, string stage)
    {
        var key = (dataset, year, school, stage);
        if (places.TryGetValue(key, out var known)) return known;
        if (reader.Snapshot.Table("filed_" + dataset) is not { } table || table.Columns.All(column => column.Name != "school_code")) return places[key] = null;
        var staged = table.Columns.Any(column => column.Name == "stage");
        var found = reader.Query(
            $"select file, sheet, \"row\" from {SqlText.Identifier(table.Name)} where year = $year and school_code = $school{(staged ? " and stage = $stage" : "")}",
            cancellation,
            [("year", year), ("school", school), .. staged ? [("stage", stage)] : Array.Empty<(string, object?)>()]);
        return places[key] = found.Rows.Count == 1 ? ((string)found.Rows[0][0]!, (string)found.Rows[0][1]!, (int)found.Rows[0][2]!) : null;
    }

    sealed record Filed(Rational Amount, string File, string Sheet, int Row, IReadOnlyList<string> Columns, bool FoundOnSite);
}
