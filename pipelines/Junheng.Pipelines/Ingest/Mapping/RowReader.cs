using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Makes a record's fields from its cells by the rules of its layout; every fault is a finding with cell, value and remedy.</summary>
/// <param name="faultOf">The code a field was told by that cannot be read here at all.</param>
/// <param name="missing">Texts that mean «not filed» in every field.</param>
/// <param name="padded">Told of every code that was given its lost zeros back.</param>
internal sealed class RowReader(Layout layout, Func<string, string?> faultOf, IReadOnlySet<string> missing, FindingList findings, PaddedCodes padded)
{
    public Layout Layout => layout;

    public CellValue Read(IRecord record, Field field)
    {
        if (!layout.Columns.TryGetValue(field.Name, out var rule) || rule.Expression == Expression.Register) return CellValue.Missing(default);
        var cells = record.CellsOf(rule);
        if (faultOf(field.Name) is { } fault) return CellValue.Faulty(fault, cells);
        if (ErrorsShown(record, rule, cells) is { } shown) return shown;
        return field.Kind switch
        {
            FieldKind.Quantity => Quantity(record, field, rule, cells),
            FieldKind.Year => Year(record, rule, cells),
            FieldKind.Date => Date(record, field, rule, cells),
            FieldKind.Code => Code(record, field, rule, cells),
            _ => Word(record, field, rule, cells),
        };
    }

    /// <summary>A word by the list of its rule.</summary>
    public CellValue Translated(string text, Field field, ColumnRule rule, Place place, FiledCells cells)
    {
        if (rule.Values is { } values)
        {
            if (values.TryGetValue(text, out var ours)) return CellValue.Of(ours, cells);
            if (!IsMissing(text, rule)) return NotInList(place, text, values.Keys, cells);
        }
        else if (!IsMissing(text, rule))
        {
            return field.Choices is { Count: > 0 } choices && !choices.Contains(text, StringComparer.Ordinal)
                ? NotInList(place, text, choices, cells)
                : CellValue.Of(text, cells);
        }

        return field.Required ? Told(Finding.Error("ROW-KEY-MISSING", place, text, ("field", field.Name)), cells) : CellValue.Missing(cells);
    }

    // What a spreadsheet shows for a formula that came to nothing is no word, no code and no number. What the source or the map calls «not filed» is that.
    CellValue? ErrorsShown(IRecord record, ColumnRule rule, FiledCells cells)
    {
        CellValue? told = null;
        foreach (var operand in rule.Operands)
        {
            var text = record.Text(operand);
            if (IsMissing(text, rule)) continue;
            if (ErrorTexts.Are(text) && rule.Values?.ContainsKey(text) != true) told = Told(Finding.Error("CELL-EXCEL-ERROR", record.PlaceOf(operand), text), cells);
            if (rule.Expression == Expression.FirstOf) break;
        }

        return told;
    }

    CellValue Word(IRecord record, Field field, ColumnRule rule, FiledCells cells)
    {
        var (text, place) = Text(record, rule);
        return Translated(rule.First is { } first && text.Length > first ? text[..first] : text, field, rule, place, cells);
    }

    CellValue Code(IRecord record, Field field, ColumnRule rule, FiledCells cells)
    {
        var (text, place) = Text(record, rule);
        if (rule.Digits is { } digits && !IsMissing(text, rule))
        {
            if (CodeText.Read(text, digits) is not { } code) return Told(Finding.Error("CELL-NOT-CODE", place, text, ("digits", digits.ToString(System.Globalization.CultureInfo.InvariantCulture))), cells);
            if (code != text) padded.Add(place, text, code);
            text = code;
        }

        return Translated(rule.First is { } first && text.Length > first ? text[..first] : text, field, rule, place, cells);
    }

    CellValue Year(IRecord record, ColumnRule rule, FiledCells cells)
    {
        var (text, place) = Text(record, rule);
        return YearText.Read(text) is { } year ? CellValue.Of(year, cells) : Told(Finding.Error("CELL-NOT-YEAR", place, text), cells);
    }

    CellValue Date(IRecord record, Field field, ColumnRule rule, FiledCells cells)
    {
        var (text, place) = Text(record, rule);
        if (IsMissing(text, rule)) return field.Required ? Told(Finding.Error("ROW-KEY-MISSING", place, text, ("field", field.Name)), cells) : CellValue.Missing(cells);
        return DateText.TryRead(text, out var date) ? CellValue.Of(date, cells) : Told(Finding.Error("CELL-NOT-DATE", place, text), cells);
    }

    CellValue NotInList(Place place, string text, IEnumerable<string> known, FiledCells cells) =>
        Told(Finding.Error("CELL-NOT-IN-LIST", place, text, ("known", string.Join(", ", Nearest.First(text, known.Where(word => word.Length > 0))))), cells);

    CellValue Quantity(IRecord record, Field field, ColumnRule rule, FiledCells cells)
    {
        var numbers = new List<Rational>(rule.Operands.Count);
        Operand? gap = null;
        CellValue? fault = null;
        foreach (var operand in rule.Operands)
        {
            var text = record.Text(operand);
            if (IsMissing(text, rule)) gap ??= operand;
            else if (NumberText.TryRead(rule.Unit.Name == FiledUnit.Percent ? text.TrimEnd('%', '％') : text, out var number)) numbers.Add(number);
            else fault = Told(Finding.Error("CELL-NOT-NUMBER", record.PlaceOf(operand), text), cells);
            if (rule.Expression == Expression.FirstOf && numbers.Count > 0) break;
        }

        if (fault is not null) return fault.Value;
        if (rule.Expression == Expression.FirstOf ? numbers.Count == 0 : gap is not null) return Incomplete(record, field, gap, numbers.Count, cells);
        if (rule.Expression == Expression.Constant) numbers.Add(Rational.Parse(rule.Constant));
        return Calculation.Of(rule.Expression, numbers) is { } result
            ? InRange(record, field, rule, result * rule.Unit.Factor, cells)
            : ZeroDivisor(record, rule, cells);
    }

    // What was filed of a sum does not make one; nor is it passed over.
    CellValue Incomplete(IRecord record, Field field, Operand? gap, int filed, FiledCells cells)
    {
        if (gap is { } lacking && filed > 0) findings.Add(Finding.Note("CELL-PART-MISSING", record.PlaceOf(lacking), record.Text(lacking), ("field", field.Name)));
        return CellValue.Missing(cells);
    }

    CellValue InRange(IRecord record, Field field, ColumnRule rule, Rational number, FiledCells cells)
    {
        if (Calculation.Fault(field, number) is not { } code) return CellValue.Of(number, cells);
        var (place, text) = rule.Operands.Count > 0
            ? (record.PlaceOf(rule.Operands[0]), record.Text(rule.Operands[0]))
            : (record.Place with { Column = field.Name }, rule.Constant);
        return Told(Finding.Error(code, place, text, Calculation.FactsOf(field)), cells);
    }

    CellValue Told(Finding finding, FiledCells cells)
    {
        findings.Add(finding);
        return CellValue.Faulty(finding.Code, cells);
    }

    CellValue ZeroDivisor(IRecord record, ColumnRule rule, FiledCells cells)
    {
        findings.Add(Finding.Warning("CELL-ZERO-DIVISOR", record.PlaceOf(rule.Operands[1]), record.Text(rule.Operands[1])));
        return CellValue.Missing(cells);
    }

    (string Text, Place Place) Text(IRecord record, ColumnRule rule)
    {
        if (rule.Expression == Expression.Constant) return (rule.Constant, record.Place);
        var operand = rule.Operands.FirstOrDefault(one => !IsMissing(record.Text(one), rule)) ?? rule.Operands[0];
        return (record.Text(operand), record.PlaceOf(operand));
    }

    bool IsMissing(string text, ColumnRule rule) =>
        text.Length == 0 || missing.Contains(text) || layout.Missing.Contains(text, StringComparer.Ordinal) || rule.Missing.Contains(text, StringComparer.Ordinal);
}
