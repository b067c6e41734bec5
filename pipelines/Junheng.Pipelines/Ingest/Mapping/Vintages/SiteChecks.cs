using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>What site checks found: a new vintage of the cell that was checked, never an overwrite. What was filed stays among the vintages.</summary>
internal sealed class SiteChecks(FieldCatalog catalog, DateOnly asOf, FindingList findings)
{
    public const string Dataset = "site_check";

    readonly List<VintageValue> values = [];

    public IReadOnlyList<VintageValue> Values => values;

    /// <summary>Puts what was found in force, check by check in the order of their dates; later than <c>as_of</c> is not yet known.</summary>
    public void Apply(IReadOnlyList<MappedRow> rows)
    {
        var checks = rows.Where(row => row.Dataset.Name == Dataset).Select(row => (Row: row, On: DateOf(row))).Where(check => check.On <= asOf)
            .OrderBy(check => check.On).ThenBy(check => check.Row.File, StringComparer.Ordinal).ThenBy(check => check.Row.Number).ToList();
        if (checks.Count == 0) return;
        var filed = rows.Where(row => row.Dataset.Form == DatasetForm.BySchool).ToDictionary(row => (row.Dataset.Name, row.Key));
        foreach (var (check, on) in checks) Apply(check, on, filed);
    }

    void Apply(MappedRow check, DateOnly on, Dictionary<(string, string), MappedRow> rows)
    {
        var name = check.Word("field")!;
        if (catalog.Home(name) is not { Form: DatasetForm.BySchool } home || home.Find(name) is not { } field)
        {
            findings.Add(Finding.Error("SITE-CHECK-FIELD", check.Place, name));
            return;
        }

        if (!rows.TryGetValue((home.Name, KeyIn(home, check)), out var row))
        {
            findings.Add(Finding.Error("SITE-CHECK-NO-ROW", check.Place, check.Word("school_code")!, ("dataset", home.Name)));
            return;
        }

        var before = row.AmountOf(field);
        Compare(check, before, field);
        if (check.Find("found") is not { } found || before?.From.FiledOn > on) return;
        if (found.Amount < field.Least!.Value || found.Amount > field.Most!.Value || (field.Whole && !found.Amount.Denominator.IsOne))
        {
            findings.Add(Finding.Error("SITE-CHECK-VALUE", check.Place, Text(found.Amount), ("field", name), ("least", Text(field.Least!.Value)), ("most", Text(field.Most!.Value)), ("unit", field.Unit)));
            return;
        }

        check.FiledOn = on;
        var now = new FiledAmount(field, found.Amount, found.Cells, check, null, Standing.SiteCheck);
        row.Quantities.RemoveAll(amount => amount.Field == field);
        row.Quantities.Add(now);
        values.RemoveAll(value => value.Row == before?.From && value.Field == name && value.InForce);
        if (before is not null) values.Add(new VintageValue(before.From, name, before, Standing.Superseded));
        values.Add(new VintageValue(check, name, now, Standing.SiteCheck));
    }

    // The record of a check says what it was held against; where that is not what was filed, one of the two is a slip.
    void Compare(MappedRow check, FiledAmount? before, Field field)
    {
        if (check.Find("filed") is not { } said || before?.Amount == said.Amount) return;
        findings.Add(Finding.Warning("SITE-CHECK-FILED", check.Place, Text(said.Amount),
            ("field", field.Name), ("filed", before is null ? "–" : Text(before.Amount)), ("filed_file", before?.From.File ?? "–"), ("filed_row", Text(before?.From.Number ?? 0))));
    }

    static DateOnly DateOf(MappedRow row) => DateOnly.ParseExact(row.Word("checked_on")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string KeyIn(Dataset home, MappedRow check) =>
        string.Join('\u001f', home.Key.Select(part => part == "year" ? check.Year?.ToString(CultureInfo.InvariantCulture) : check.Word(part)));

    static string Text(Rational number) => number.ToTruncatedDecimal(4).TrimEnd('0').TrimEnd('.');

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
