using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Makes a mapped row of a record and loads it, or sets it aside with the finding that says why.</summary>
internal sealed class Accepting(Mapper mapper, Dataset dataset, RowCount count)
{
    /// <param name="fileYear">The year the file says; the record must not say another.</param>
    public void Accept(IRecord record, MappedRow mapped, RowReader reader, int? fileYear)
    {
        string? fault = null;
        foreach (var field in dataset.Fields)
        {
            var value = Value(record, mapped, reader, field);
            if (field.Kind == FieldKind.Year) fault ??= YearFault(mapped, value, fileYear);
            else if (value.Word is { } word) mapped.Words[field.Name] = word;
            else if (value.Number is { } amount) mapped.Quantities.Add(new FiledAmount(field, amount, value.Cells, mapped, reader.Layout));
            else if (field.Required) fault ??= value.Fault;
            else if (value.Fault is not null) mapped.Faulty.Add(field.Name);
        }

        if (fault is null) mapper.Mapped.Add(mapped, reader.Layout, count);
        else mapper.Mapped.SetAside(mapped, fault, count);
    }

    CellValue Value(IRecord record, MappedRow mapped, RowReader reader, Field field)
    {
        if (!reader.Layout.Columns.TryGetValue(field.Name, out var rule) || rule.Expression != Expression.Register) return reader.Read(record, field);
        // Without a code there is nothing to ask for, and that has been told.
        if (mapped.Word("school_code") is not { } school) return CellValue.Missing(default);
        return mapper.Register.Find(mapped.Year, school) is { } known
            ? reader.Translated(known.Word(rule.Constant) ?? "", field, rule, record.Place, default)
            : CellValue.Faulty(Unregistered(record, school, mapped.Year), default);
    }

    string Unregistered(IRecord record, string school, int? year)
    {
        if (mapper.Register.Covers(year)) return mapper.TellOrphan(record.Place, school, year);
        mapper.TellNoRegister(record.Place.File, year);
        return "REGISTER-ABSENT";
    }

    // Null when the row has a year and it is the file's.
    string? YearFault(MappedRow mapped, CellValue value, int? fileYear)
    {
        if (value.Fault is not null) return value.Fault;
        var filed = value.Number is { } number ? (int)number.Numerator : (int?)null;
        mapped.Year ??= filed;
        if (mapped.Year is null) return Told(Finding.Error("ROW-NO-YEAR", mapped.Place));
        return filed is null || filed == mapped.Year
            ? null
            : Told(Finding.Error("ROW-YEAR-WRONG", mapped.Place with { Column = value.Cells.Columns }, Text(filed), ("year", Text(fileYear))));
    }

    string Told(Finding finding)
    {
        mapper.Findings.Add(finding);
        return finding.Code;
    }

    static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
