using Junheng.Models.Findings;
using Junheng.Models.Numbers;
using Junheng.Models.Rules;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Supposing;

namespace Junheng.Pipelines.Planning.WhatIf;

/// <summary>Finds the filed quantity that each supposed change means; what means none is a finding.</summary>
public sealed class WhatIfQuantities(SnapshotReader reader, int year, FindingList findings)
{
    const int MostNamed = 6;

    readonly Dictionary<(string Unit, string Stage, string Field), Rational> supposed = [];

    public IReadOnlyList<SupposedQuantity> Of(IReadOnlyList<WhatIfChange> changes, CancellationToken cancellation)
    {
        var counties = Words("select county_code from county", cancellation);
        var schools = Words("select school_code from school where year = $year", cancellation, ("year", year));
        var quantities = new Dictionary<(string, string, string), SupposedQuantity>();
        foreach (var change in changes)
        {
            var ofCounty = counties.Contains(change.Unit) && !schools.Contains(change.Unit);
            if (!ofCounty && !schools.Contains(change.Unit)) Report("WHATIF-UNKNOWN-UNIT", change, change.Unit, ("known", Near(change.Unit, [.. schools, .. counties])));
            else if (Quantity(change, ofCounty, cancellation) is { } quantity) quantities[(quantity.Unit, quantity.Stage, quantity.Field)] = quantity;
        }

        return [.. quantities.Values];
    }

    SupposedQuantity? Quantity(WhatIfChange change, bool ofCounty, CancellationToken cancellation)
    {
        var table = ofCounty ? "filed_county_quantity" : "filed_quantity";
        var fields = Words($"select distinct field from {table}", cancellation);
        if (!fields.Contains(change.Field)) return Refuse("WHATIF-UNKNOWN-FIELD", change, change.Field, ("known", Near(change.Field, fields)));
        if ((ofCounty ? Stages.All : StageOf(change, cancellation)) is not { } stage) return null;
        var key = (change.Unit, stage, change.Field);
        if (!supposed.TryGetValue(key, out var filed))
        {
            var rows = reader.Query(
                ofCounty
                    ? $"select coalesce(exact, cast(amount as varchar)) from {table} where year = $year and county_code = $unit and field = $field and $stage = 'all'"
                    : $"select coalesce(exact, cast(amount as varchar)) from {table} where year = $year and school_code = $unit and field = $field and stage = $stage",
                cancellation, ("year", year), ("unit", change.Unit), ("field", change.Field), ("stage", stage)).Rows;
            if (rows.Count == 0 && change.Adds) return Refuse("WHATIF-NOT-FILED", change, $"{change.Unit} {stage} {change.Field}");
            filed = rows.Count == 0 ? 0 : Rational.Parse((string)rows[0][0]!);
        }

        var amount = change.Adds ? filed + change.Amount : change.Amount;
        if (amount.Sign < 0) return Refuse("WHATIF-NEGATIVE", change, amount.ToString());
        supposed[key] = amount;
        return new SupposedQuantity(year, change.Unit, stage, change.Field, ofCounty, amount);
    }

    // A field that is filed for one stage, or for the whole school, needs no word for it.
    string? StageOf(WhatIfChange change, CancellationToken cancellation)
    {
        var filed = Words("select distinct stage from filed_quantity where field = $field", cancellation, ("field", change.Field));
        if (change.Stage is { } said && filed.Contains(said)) return said;
        var here = Words(
            "select distinct stage from filed_quantity where field = $field and year = $year and school_code = $unit", cancellation,
            ("field", change.Field), ("year", year), ("unit", change.Unit));
        if (change.Stage is null && here.Count == 1) return here.Single();
        if (change.Stage is null && here.Count == 0 && filed.Count == 1) return filed.Single();
        Report("WHATIF-NO-STAGE", change, change.Field, ("known", string.Join(", ", (here.Count > 0 ? here : filed).Order(StringComparer.Ordinal))));
        return null;
    }

    SupposedQuantity? Refuse(string code, WhatIfChange change, string value, params (string, string)[] facts)
    {
        Report(code, change, value, facts);
        return null;
    }

    void Report(string code, WhatIfChange change, string value, params (string, string)[] facts) => findings.Add(Finding.Error(code, change.Place, value, facts));

    static string Near(string said, IEnumerable<string> known) => string.Join(", ", Nearest.First(said, known.Order(StringComparer.Ordinal)).Take(MostNamed));

    HashSet<string> Words(string sql, CancellationToken cancellation, params (string, object?)[] parameters) =>
        reader.Query(sql, cancellation, parameters).Rows.Select(row => (string)row[0]!).ToHashSet(StringComparer.Ordinal);
}
