using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A total that stands among the rows it totals: no data, but what the rows must add up to.</summary>
/// <param name="Label">The total row's own words, such as <c>云桥区小计</c>.</param>
/// <param name="Scope">What is totalled, as far as the words say; empty is the whole table.</param>
/// <param name="County">The county code in the row, where one stands.</param>
public sealed record ControlTotal(
    string File, string Sheet, int Row, string Dataset, int? Year, string Label, string Scope, string? County, string? Stage, Field Field, Rational Amount, string Columns)
{
    /// <summary>How much one of what was filed is in the field's unit.</summary>
    public Rational Factor { get; init; } = 1;

    /// <summary>The totals of a row. What cannot be read is a note: it totals nothing.</summary>
    internal static IEnumerable<ControlTotal> Of(IRecord record, string label, Layout layout, Dataset dataset, int? year, IReadOnlySet<string> missing, FindingList findings)
    {
        string? Word(string field) =>
            layout.Columns.TryGetValue(field, out var rule) && rule.Operands.Count > 0 && record.Text(rule.Operands[0]) is { Length: > 0 } text && !TotalWords.Is(text)
                ? rule.Values is { } values ? values.GetValueOrDefault(text) : text
                : null;

        var (county, stage) = (Word("county_code"), Word("stage"));
        foreach (var field in dataset.Fields.Where(field => field.Kind == FieldKind.Quantity))
        {
            // Products and quotients of totals are no totals.
            if (!layout.Columns.TryGetValue(field.Name, out var rule) || rule.Operands.Count == 0 || rule.Expression is Expression.Product or Expression.Quotient) continue;
            if (AmountOf(record, rule, layout, missing, findings) is { } amount)
                yield return new ControlTotal(
                    record.Place.File, record.Place.Sheet, record.Place.Row, dataset.Name, year, label, TotalWords.ScopeOf(label), county, stage, field, amount * rule.Unit.Factor, record.CellsOf(rule).Columns)
                { Factor = rule.Unit.Factor };
        }
    }

    static Rational? AmountOf(IRecord record, ColumnRule rule, Layout layout, IReadOnlySet<string> missing, FindingList findings)
    {
        var numbers = new List<Rational>();
        foreach (var operand in rule.Operands)
        {
            var text = record.Text(operand);
            if (text.Length == 0 || missing.Contains(text) || layout.Missing.Contains(text, StringComparer.Ordinal) || rule.Missing.Contains(text, StringComparer.Ordinal)) return null;
            if (!NumberText.TryRead(text, out var number))
            {
                findings.Add(Finding.Note("CONTROL-TOTAL-UNREAD", record.PlaceOf(operand), text));
                return null;
            }

            numbers.Add(number);
            if (rule.Expression == Expression.FirstOf) break;
        }

        return Calculation.Of(rule.Expression, numbers);
    }
}
