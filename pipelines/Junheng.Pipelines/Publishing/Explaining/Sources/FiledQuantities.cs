using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>Finds what schools filed: amounts from the snapshot, texts from the raw cells, units and expressions from the map that was used.</summary>
public sealed class FiledQuantities(SnapshotReader reader, SnapshotMap map, FiledCells cells, FieldCells fieldCells, CancellationToken cancellation)
{
    // A lag reaches a few years back.
    const string OfSchools = """
        with lines as (
            select filed_quantity.*, campus.counted_with,
                count(*) over same as lines, cast(sum(filed_quantity.amount) over same as decimal(38, 12)) as together
            from filed_quantity
            join campus on campus.year = filed_quantity.year and campus.school_code = filed_quantity.school_code
            where filed_quantity.year between $year - 6 and $year
                and campus.counted_with in (select school_code from school where year = $year and ($school is null or school_code = $school) and ($county is null or county_code = $county))
            window same as (partition by filed_quantity.year, campus.counted_with, filed_quantity.stage, filed_quantity.field)
        )
        select lines.year, lines.counted_with, lines.stage, lines.field,
            case when lines.lines = 1 and not counted.moved then coalesce(lines.exact, cast(lines.amount as varchar))
                else cast(coalesce(counted.amount, lines.together) as varchar)
            end as amount,
            lines.file, lines.sheet, lines."row", lines.columns, lines.standing
        from lines
        join school_quantity as counted
            on counted.year = lines.year and counted.school_code = lines.counted_with and counted.stage = lines.stage and counted.field = lines.field
        order by lines.year, lines.counted_with, lines.stage, lines.field, lines.school_code
        """;

    readonly Dictionary<(int Year, string School, string Stage, string Field), List<Filed>> amounts = [];
    readonly Dictionary<(string Dataset, int Year, string School, string Stage), (string File, string Sheet, int Row)?> places = [];

    readonly HashSet<(int Year, string? County, string? School)> loaded = [];

    /// <summary>Loads what a county's schools filed, or one school; the year's texts with it, so that they are not looked up one by one.</summary>
    public void Load(int year, string? county, string? school)
    {
        if (!loaded.Add((year, county, school))) return;
        var rows = reader.Query(OfSchools, cancellation, ("year", year), ("county", county), ("school", school));
        // Years overlap from one load to the next: what is there already is not filed twice.
        foreach (var quantity in rows.Rows.GroupBy(row => ((int)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!)))
            amounts.TryAdd(quantity.Key, quantity.Select(Read).ToList());
        foreach (var there in rows.Rows.Select(row => (string)row[1]!).Distinct(StringComparer.Ordinal)) loaded.Add((year, null, there));
        foreach (var group in rows.Rows.Where(row => (int)row[0]! == year).GroupBy(row => ((string)row[5]!, (string)row[6]!)))
            cells.Fetch(group.Key.Item1, group.Key.Item2, group.Select(row => (int)row[7]!));
    }

    static Filed Read(IReadOnlyList<object?> row) =>
        new(Rational.Parse((string)row[4]!), (string)row[5]!, (string)row[6]!, (int)row[7]!, ((string)row[8]!).Split(';', StringSplitOptions.RemoveEmptyEntries), row[9] is "site_check");

    /// <summary>The quantity, filed or not; where it was not, its blank cell if its row is there.</summary>
    public FiledQuantity Find(int year, string school, string stage, string field)
    {
        var known = map.Find(field);
        var rule = known is { } home ? map.RuleOf(home.Dataset.Name, year, field) : null;
        var meaning = known is { } named ? new Bilingual(named.Field.Zh, named.Field.En) : new Bilingual(field, field);
        var filed = amounts.GetValueOrDefault((year, school, stage, field));
        // What a site check found stands in the unit the field is stored in, whatever the school files in.
        if (filed is [{ FoundOnSite: true }]) rule = map.RuleOf("site_check", year, "found");
        return new FiledQuantity(
            year, school, stage, field, meaning, filed?[0].Amount, known?.Field.Unit ?? "", known?.Field.Whole ?? false,
            // What campuses file is added.
            filed?.Count > 1 ? Expression.Sum : rule?.Expression ?? Expression.From, rule?.Unit.Factor ?? 1, rule?.Unit.Name ?? "",
            filed is null ? BlankCells(year, school, stage, known?.Dataset.Name, field) : filed.SelectMany(one => CellsOf(one, known?.Dataset.Name, field)).ToList());
    }

    /// <summary>A quantity that the county files of itself.</summary>
    public FiledQuantity FindOfCounty(int year, string county, string field)
    {
        const string OfCounty = """
            select coalesce(exact, cast(amount as varchar)), file, sheet, "row", columns, standing
            from filed_county_quantity
            where year = $year and county_code = $county and field = $field
            """;
        var known = map.Find(field);
        var rule = known is { } home ? map.RuleOf(home.Dataset.Name, year, field) : null;
        var meaning = known is { } named ? new Bilingual(named.Field.Zh, named.Field.En) : new Bilingual(field, field);
        var filed = reader.Query(OfCounty, cancellation, ("year", year), ("county", county), ("field", field)).Rows
            .Select(row => new Filed(Rational.Parse((string)row[0]!), (string)row[1]!, (string)row[2]!, (int)row[3]!, ((string)row[4]!).Split(';', StringSplitOptions.RemoveEmptyEntries), row[5] is "site_check"))
            .SingleOrDefault();
        if (filed is { FoundOnSite: true }) rule = map.RuleOf("site_check", year, "found");
        return new FiledQuantity(
            year, county, Models.Rules.Stages.All, field, meaning, filed?.Amount, known?.Field.Unit ?? "", known?.Field.Whole ?? false,
            rule?.Expression ?? Expression.From, rule?.Unit.Factor ?? 1, rule?.Unit.Name ?? "", filed is null ? [] : CellsOf(filed, known?.Dataset.Name, field));
    }

    List<SourceCell> CellsOf(Filed filed, string? dataset, string field) => filed.FoundOnSite
        ? fieldCells.At(filed.Columns, filed.File, filed.Sheet, filed.Row, "site_check", "found")
        : fieldCells.At(filed.Columns, filed.File, filed.Sheet, filed.Row, dataset, field);

    // The row was filed but not this cell: its column is where the header stands.
    List<SourceCell> BlankCells(int year, string school, string stage, string? dataset, string field) =>
        dataset is not null && PlaceOf(dataset, year, school, stage) is { } place ? fieldCells.In(place.File, place.Sheet, place.Row, dataset, field) : [];

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
