using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>The other values that the cells behind a number have had: filed earlier, corrected, or found on site.</summary>
sealed class VintageSection(SnapshotReader reader, CancellationToken cancellation)
{
    // What a site check is of, it says itself; its rows stand under the cell it checked.
    const string Values = """
        select v.year, v.unit_code, v.stage, v.field, cast(v.vintage as varchar), v.standing, cast(v.amount as varchar), v.file, v.sheet, v."row", v.columns, site_check.who
        from filed_vintage as v
        left join filed_site_check as site_check on site_check.file = v.file and site_check.sheet = v.sheet and site_check."row" = v."row"
        where v.field <> ''
        order by v.year, v.unit_code, v.stage, v.field, v.vintage nulls first, v.file, v.sheet, v."row"
        """;

    readonly Lazy<ILookup<(int Year, string Unit, string Stage, string Field), IReadOnlyList<object?>>> values = new(() => reader
        .Query(Values, cancellation).Rows.ToLookup(row => ((int)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!)));

    public Explanation AddTo(Explanation explanation)
    {
        var cells = explanation.Sources.Select(source => (source.Filed.Year, source.School, source.Filed.Stage, source.Filed.Field)).Distinct().Where(values.Value.Contains).ToList();
        if (cells.Count == 0) return explanation;
        var rows = cells.SelectMany(cell => values.Value[cell]).Select(IReadOnlyList<object?> (row) =>
        [
            row[1], row[3], row[4], row[6] is string amount ? new Number(Rational.Parse(amount)) : new Said("source", "not_filed"),
            new Said("standing", row[5] is "" ? "latest" : (string)row[5]!), row[11], PlaceOf(row),
        ]).ToList();
        var section = new Section("vintages", [new Grid("vintages", ["school_code", "field", "vintage", "amount", "standing", "who", "cell"], rows)]);
        return explanation with { Sections = [.. explanation.Sections, section] };
    }

    static string PlaceOf(IReadOnlyList<object?> row) =>
        FormattableString.Invariant($"{row[7]} {row[8]}{(row[8] is "" ? "" : "!")}{((string)row[10]!).Split(';')[0]}{row[9]}");
}
