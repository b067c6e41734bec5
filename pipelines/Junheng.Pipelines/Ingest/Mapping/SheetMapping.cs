using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>One sheet read as one dataset. Its first rows are kept back until the header is found in them; the rest streams by.</summary>
internal sealed class SheetMapping(Mapper mapper, FiledFile file, Dataset dataset, IReadOnlyList<Layout> layouts, RowCount count, string sheet)
{
    readonly List<RawRow> head = [];
    readonly Dictionary<Layout, SheetLayout> found = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<int> yearsWithoutLayout = [];
    readonly Accepting accepting = new(mapper, dataset, count);
    bool open;
    bool toldYearless;

    int HeadRows => Math.Max(HeaderSearch.Rows, layouts.Max(layout => (layout.HeaderRow ?? 0) + layout.HeaderRows));

    public void Add(RawRow row)
    {
        count.RowsIn++;
        if (open)
        {
            Read(row);
            return;
        }

        head.Add(row);
        if (head.Count >= HeadRows) Open();
    }

    public void Finish()
    {
        if (!open) Open();
        foreach (var layout in found.Values) layout.Finish((int)count.RowsIn);
    }

    void Open()
    {
        open = true;
        foreach (var row in head) Read(row);
    }

    void Read(RawRow row)
    {
        if (row.IsBlank)
        {
            count.NotData++;
            return;
        }

        var mapped = new MappedRow(dataset, file.Name, row.Sheet, row.Number) { Year = file.Year, FiledOn = file.FiledOn };
        if (LayoutFor(row, mapped) is not { } layout) return;
        if (layout.IsNoData(row, file.Year)) count.NotData++;
        else if (layout.Reader is not { } reader) mapper.Mapped.SetAside(mapped, layout.Fault, count);
        else Accept(row, mapped, layout, reader);
    }

    void Accept(RawRow row, MappedRow mapped, SheetLayout layout, RowReader reader)
    {
        layout.Watch(row);
        accepting.Accept(layout.Record(row), mapped, reader, file.Year);
    }

    // The file's year picks the layout; where each row says its own year, the row does.
    SheetLayout? LayoutFor(RawRow row, MappedRow mapped)
    {
        if (file.Year is { } said) return Covering(said, mapped);
        var candidate = Found(layouts.FirstOrDefault(layout => layout.Columns.ContainsKey("year")) ?? layouts[0]);
        if (candidate.Reader is not { } reader || candidate.IsNoData(row, null)) return candidate;
        var year = reader.Read(candidate.Record(row), dataset.Fields.First(field => field.Kind == FieldKind.Year));
        if (year.Number is { } filed) return Covering((int)filed.Numerator, mapped);
        // Without a year column the reader has nothing to complain of.
        if (year.Fault is null && !toldYearless) mapper.Findings.Add(Finding.Error("ROW-NO-YEAR", mapped.Place));
        toldYearless |= year.Fault is null;
        mapper.Mapped.SetAside(mapped, year.Fault ?? "ROW-NO-YEAR", count);
        return null;
    }

    SheetLayout? Covering(int year, MappedRow mapped)
    {
        if (layouts.FirstOrDefault(layout => layout.Covers(year)) is { } layout) return Found(layout);
        if (yearsWithoutLayout.Add(year))
            mapper.Findings.Add(Finding.Error("MAP-NO-LAYOUT", mapped.Place, year.ToString(CultureInfo.InvariantCulture), ("dataset", dataset.Name), ("map", mapper.Source.Map)));
        mapped.Year = year;
        mapper.Mapped.SetAside(mapped, "MAP-NO-LAYOUT", count);
        return null;
    }

    SheetLayout Found(Layout layout)
    {
        if (!found.TryGetValue(layout, out var known)) found[layout] = known = new SheetLayout(mapper, file, dataset, layout, sheet, head);
        return known;
    }
}
