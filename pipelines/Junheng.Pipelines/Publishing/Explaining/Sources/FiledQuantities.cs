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
        select filed.year, campus.counted_with, filed.stage, filed.field,
            case when counted.amount = filed.amount then coalesce(filed.exact, cast(filed.amount as varchar)) else cast(counted.amount as varchar) end as amount,
            filed.file, filed.sheet, filed."row", filed.columns
        from filed_quantity as filed
        join campus on campus.year = filed.year and campus.school_code = filed.school_code
        join school_quantity as counted
            on counted.year = filed.year and counted.school_code = campus.counted_with and counted.stage = filed.stage and counted.field = filed.field
        where filed.year between $year - 6 and $year
            and campus.counted_with in (select school_code from school where year = $year and ($school is null or school_code = $school) and ($county is null or county_code = $county))
        order by filed.year, campus.counted_with, filed.stage, filed.field, filed.school_code
        """;

    readonly Dictionary<(int Year, string School, string Stage, string Field), List<Filed>> amounts = [];
    readonly Dictionary<(string Dataset, int Year, string School, string Stage), (string File, string Sheet, int Row)?> places = [];

    readonly HashSet<(int Year, string? County, string? School)> loaded = [];

    /// <summary>Loads what a county's schools filed, or one school; the year's texts with it, so that they are not looked up one by one.</summary>
    public void Load(int year, string? county, string? school)
    {
        if (!loaded.Add((year, county, school))) return;
        var rows = reader.Query(OfSchools, cancellation, ("year", year), ("county", county), ("school", school));
        foreach (var row in rows.Rows)
        {
            var filed = new Filed(Rational.Parse((string)row[4]!), (string)row[5]!, (string)row[6]!, (int)row[7]!, ((string)row[8]!).Split(';', StringSplitOptions.RemoveEmptyEntries));
            var key = ((int)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!);
            if (!amounts.TryGetValue(key, out var rowsOf)) amounts[key] = rowsOf = [];
            rowsOf.Add(filed);
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
        return new FiledQuantity(
            year, school, stage, field, meaning, filed?[0].Amount, known?.Field.Unit ?? "", known?.Field.Whole ?? false,
            // What campuses file is added.
            filed?.Count > 1 ? Expression.Sum : rule?.Rule.Expression ?? Expression.From, rule?.Rule.Unit.Factor ?? 1, rule?.Rule.Unit.Name ?? "",
            filed is null ? BlankCells(year, school, stage, known?.Dataset.Name, rule) : filed.SelectMany(one => CellsOf(one, rule?.Layout.HeaderRow)).ToList());
    }

    List<SourceCell> CellsOf(Filed filed, int? headerRow)
    {
        cells.Fetch(filed.File, filed.Sheet, headerRow is { } header ? [header, filed.Row] : [filed.Row]);
        var row = cells.Row(filed.File, filed.Sheet, filed.Row);
        var headers = headerRow is { } at ? cells.Row(filed.File, filed.Sheet, at) : null;
        return filed.Columns.Select(column => new SourceCell(
            filed.File, filed.Sheet, filed.Row, column, headers?.GetValueOrDefault(column), row is null ? null : row.GetValueOrDefault(column, ""))).ToList();
    }

    // The row was filed but not this cell: its column is where the header stands.
    List<SourceCell> BlankCells(int year, string school, string stage, string? dataset, (Layout Layout, ColumnRule Rule)? rule)
    {
        if (dataset is null || rule is not { } found || PlaceOf(dataset, year, school, stage) is not { } place) return [];
        if (cells.Row(place.File, place.Sheet, found.Layout.HeaderRow) is not { } headers) return [];
        var row = cells.Row(place.File, place.Sheet, place.Row);
        return found.Rule.Operands
            .Select(operand => headers.FirstOrDefault(header => Tidy(header.Value) == Tidy(operand)))
            .Where(header => header.Key is not null)
            .Select(header => new SourceCell(place.File, place.Sheet, place.Row, header.Key, header.Value, row?.GetValueOrDefault(header.Key, "")))
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

    static string Tidy(string header) => string.Concat(header.TrimStart('\uFEFF').Where(character => !char.IsWhiteSpace(character)));

    sealed record Filed(Rational Amount, string File, string Sheet, int Row, IReadOnlyList<string> Columns);
}
