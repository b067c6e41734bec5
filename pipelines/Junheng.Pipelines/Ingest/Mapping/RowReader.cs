using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Makes a row's fields from its cells by the rules of its layout; every fault is a finding with cell, value and remedy.</summary>
internal sealed class RowReader(string file, BoundLayout bound, IReadOnlySet<string> missing, FindingList findings)
{
    public CellValue Read(RawRow row, Field field)
    {
        if (!bound.Layout.Columns.TryGetValue(field.Name, out var rule)) return CellValue.Missing("");
        var columns = string.Join(';', rule.Operands.Select(header => Place.Letters(bound.IndexOf(header) + 1)));
        return field.Kind switch
        {
            FieldKind.Quantity => Quantity(row, field, rule, columns),
            FieldKind.Year => Year(row, rule, columns),
            FieldKind.Date => Date(row, field, rule, columns),
            _ => Word(row, field, rule, columns),
        };
    }

    public Place PlaceOf(RawRow row, string header) =>
        new(file, row.Sheet, row.Number, $"{Place.Letters(bound.IndexOf(header) + 1)} {header}");

    CellValue Word(RawRow row, Field field, ColumnRule rule, string columns)
    {
        var (text, header) = Text(row, rule);
        if (rule.Values is { } values)
        {
            if (values.TryGetValue(text, out var ours)) return CellValue.Of(ours, columns);
            if (!IsMissing(text)) return NotInList(row, header, text, values.Keys, columns);
        }
        else if (!IsMissing(text))
        {
            return field.Choices is { Count: > 0 } choices && !choices.Contains(text, StringComparer.Ordinal)
                ? NotInList(row, header, text, choices, columns)
                : CellValue.Of(text, columns);
        }

        if (!field.Required) return CellValue.Missing(columns);
        return Told(Finding.Error("ROW-KEY-MISSING", PlaceOf(row, header), text, ("field", field.Name)), columns);
    }

    CellValue Year(RawRow row, ColumnRule rule, string columns)
    {
        var (text, header) = Text(row, rule);
        if (NumberText.TryRead(text, out var year) && year.Denominator.IsOne && year >= 1900 && year <= 2999) return CellValue.Of(year, columns);
        return Told(Finding.Error("CELL-NOT-YEAR", PlaceOf(row, header), text), columns);
    }

    CellValue Date(RawRow row, Field field, ColumnRule rule, string columns)
    {
        var (text, header) = Text(row, rule);
        if (IsMissing(text)) return field.Required ? Told(Finding.Error("ROW-KEY-MISSING", PlaceOf(row, header), text, ("field", field.Name)), columns) : CellValue.Missing(columns);
        return DateText.TryRead(text, out var date) ? CellValue.Of(date, columns) : Told(Finding.Error("CELL-NOT-DATE", PlaceOf(row, header), text), columns);
    }

    CellValue NotInList(RawRow row, string header, string text, IEnumerable<string> known, string columns) =>
        Told(Finding.Error("CELL-NOT-IN-LIST", PlaceOf(row, header), text, ("known", string.Join(", ", Nearest.First(text, known.Where(word => word.Length > 0))))), columns);

    CellValue Quantity(RawRow row, Field field, ColumnRule rule, string columns)
    {
        var numbers = new List<Rational>(rule.Operands.Count);
        var gap = false;
        CellValue? fault = null;
        foreach (var header in rule.Operands)
        {
            var text = bound.Cell(row.Cells, header);
            if (IsMissing(text)) gap = true;
            else if (NumberText.TryRead(text, out var number)) numbers.Add(number);
            else fault = Told(Finding.Error("CELL-NOT-NUMBER", PlaceOf(row, header), text), columns);
            if (rule.Expression == Expression.FirstOf && numbers.Count > 0) break;
        }

        if (fault is not null) return fault.Value;
        if (rule.Expression == Expression.FirstOf ? numbers.Count == 0 : gap) return CellValue.Missing(columns);
        if (rule.Expression == Expression.Constant) numbers.Add(Rational.Parse(rule.Constant));
        return Calculate(rule.Expression, numbers) is { } result
            ? InRange(row, field, rule, result * rule.Unit.Factor, columns)
            : ZeroDivisor(row, rule, columns);
    }

    // Null only for a division by zero.
    static Rational? Calculate(Expression expression, List<Rational> numbers) => expression switch
    {
        Expression.Sum => numbers.Aggregate((sum, next) => sum + next),
        Expression.Difference => numbers.Aggregate((rest, next) => rest - next),
        Expression.Product => numbers.Aggregate((product, next) => product * next),
        Expression.Quotient => numbers[1].Sign == 0 ? null : numbers[0] / numbers[1],
        _ => numbers[0],
    };

    CellValue InRange(RawRow row, Field field, ColumnRule rule, Rational number, string columns)
    {
        var header = rule.Operands.Count > 0 ? rule.Operands[0] : field.Name;
        if (field.Whole && !number.Denominator.IsOne)
            return OutOfBounds("CELL-NOT-WHOLE", row, field, rule, header, columns);
        if (number < field.Least!.Value || number > field.Most!.Value)
            return OutOfBounds("CELL-OUT-OF-RANGE", row, field, rule, header, columns);
        return CellValue.Of(number, columns);
    }

    CellValue OutOfBounds(string code, RawRow row, Field field, ColumnRule rule, string header, string columns)
    {
        var place = rule.Operands.Count > 0 ? PlaceOf(row, header) : new Place(file, row.Sheet, row.Number, field.Name);
        return Told(
            Finding.Error(code, place, rule.Operands.Count > 0 ? bound.Cell(row.Cells, header) : rule.Constant,
                ("field", field.Name), ("least", field.Least!.Value.ToString()), ("most", field.Most!.Value.ToString()), ("unit", field.Unit)),
            columns);
    }

    CellValue Told(Finding finding, string columns)
    {
        findings.Add(finding);
        return CellValue.Faulty(finding.Code, columns);
    }

    CellValue ZeroDivisor(RawRow row, ColumnRule rule, string columns)
    {
        findings.Add(Finding.Warning("CELL-ZERO-DIVISOR", PlaceOf(row, rule.Operands[1]), bound.Cell(row.Cells, rule.Operands[1])));
        return CellValue.Missing(columns);
    }

    (string Text, string Header) Text(RawRow row, ColumnRule rule)
    {
        if (rule.Expression == Expression.Constant) return (rule.Constant, "");
        var header = rule.Operands.FirstOrDefault(one => !IsMissing(bound.Cell(row.Cells, one))) ?? rule.Operands[0];
        return (bound.Cell(row.Cells, header), header);
    }

    bool IsMissing(string text) => text.Length == 0 || missing.Contains(text);
}
