using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>
/// Turns untyped rows into typed ones by a column map. Every fault of every file is found in one pass; a faulty cell is «not filed», a row without its key is set
/// aside, and nothing is lost: <see cref="Counts"/> accounts for each row.
/// </summary>
internal sealed class Mapper(Source source, ColumnMap map, FieldCatalog catalog, FindingList findings)
{
    /// <summary>Part of the mapping step's key: raise it when the meaning of a map changes.</summary>
    public const string Version = "mapper 2";

    readonly Source source = source;
    readonly FindingList findings = findings;
    readonly HashSet<string> missing = new(source.Missing, StringComparer.Ordinal);
    readonly Dictionary<(string Dataset, string Key), MappedRow> first = [];
    readonly List<MappedRow> rows = [];
    readonly List<SetAside> aside = [];
    readonly List<RowCount> counts = [];

    public IReadOnlyList<MappedRow> Rows => rows;

    public IReadOnlyList<SetAside> Aside => aside;

    public IReadOnlyList<RowCount> Counts => counts;

    /// <summary>Maps one file for every dataset its rows are in. Call for all files, then <see cref="Finish"/>.</summary>
    public void Map(FiledFile file, Func<IEnumerable<RawRow>> read)
    {
        foreach (var name in file.Datasets)
        {
            if (catalog.Find(name) is { } dataset && map.Datasets.TryGetValue(name, out var layouts))
                new FileMapping(this, file, dataset, layouts).Run(read());
            else
                findings.Add(Finding.Error("MAP-NO-DATASET", new Place(source.Map), name, ("file_name", file.Name), ("known", string.Join(", ", map.Datasets.Keys))));
        }
    }

    /// <summary>What only shows once all files are read: rows of schools and counties that no register knows.</summary>
    public void Finish()
    {
        var known = new Register(rows);
        var orphans = rows.Where(row => !known.Has(row)).ToHashSet();
        foreach (var orphan in orphans)
        {
            findings.Add(Finding.Error("ROW-ORPHAN", orphan.Place, Register.UnitOf(orphan), ("year", Text(orphan.Year))));
            var count = counts.First(one => one.File == orphan.File && one.Dataset == orphan.Dataset.Name);
            count.Loaded--;
            SetAside(orphan, "ROW-ORPHAN", count);
        }

        rows.RemoveAll(orphans.Contains);
    }

    static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    void SetAside(MappedRow row, string code, RowCount count)
    {
        count.Quarantined++;
        aside.Add(new SetAside(row.File, row.Dataset.Name, row.Sheet, row.Number, code, row.Year, row.Word("school_code"), row.Word("county_code")));
    }

    /// <summary>One file read as one dataset.</summary>
    sealed class FileMapping(Mapper mapper, FiledFile file, Dataset dataset, IReadOnlyList<Layout> layouts)
    {
        readonly RowCount count = new(file.Name, dataset.Name);
        readonly Dictionary<Layout, (BoundLayout? Bound, RowReader? Reader)> bound = [];
        readonly HashSet<int> yearsWithoutLayout = [];
        readonly Dictionary<int, IReadOnlyList<string>> headers = [];

        FindingList Findings => mapper.findings;

        int TallestHeader => layouts.Max(layout => layout.HeaderRow);

        public void Run(IEnumerable<RawRow> rawRows)
        {
            mapper.counts.Add(count);
            foreach (var row in rawRows)
            {
                count.RowsIn++;
                if (row.Number <= TallestHeader) headers[row.Number] = row.Cells;
                if (row.Cells.All(string.IsNullOrWhiteSpace)) count.NotData++;
                else Read(row);
            }
        }

        void Read(RawRow row)
        {
            var mapped = new MappedRow(dataset, file.Name, row.Sheet, row.Number) { Year = file.Year };
            if (LayoutFor(row, mapped) is not { } layout) return;
            if (row.Number <= layout.HeaderRow || layout.NotData.Any(test => Recognises(test, layout, row)))
            {
                count.NotData++;
                return;
            }

            if (bound[layout].Reader is not { } reader) mapper.SetAside(mapped, "MAP-COLUMN-MISSING", count);
            else Accept(row, mapped, reader);
        }

        // The file's year picks the layout; where each row says its own year, the row does.
        Layout? LayoutFor(RawRow row, MappedRow mapped)
        {
            if (file.Year is { } year) return Covering(year, mapped);
            var candidate = layouts.FirstOrDefault(layout => layout.Columns.ContainsKey("year")) ?? layouts[0];
            if (row.Number <= candidate.HeaderRow || Bind(candidate, row.Sheet).Reader is not { } reader) return Bound(candidate, row);
            if (candidate.NotData.Any(test => Recognises(test, candidate, row))) return candidate;
            if (YearOf(row, reader) is { } filed) return Covering(filed, mapped);
            mapper.SetAside(mapped, "CELL-NOT-YEAR", count);
            return null;
        }

        Layout Bound(Layout layout, RawRow row)
        {
            Bind(layout, row.Sheet);
            return layout;
        }

        Layout? Covering(int year, MappedRow mapped)
        {
            if (layouts.FirstOrDefault(layout => layout.Covers(year)) is { } layout)
            {
                if (mapped.Number >= layout.HeaderRow) Bind(layout, mapped.Sheet);
                return layout;
            }

            if (yearsWithoutLayout.Add(year))
                Findings.Add(Finding.Error("MAP-NO-LAYOUT", mapped.Place, Text(year), ("dataset", dataset.Name), ("map", mapper.source.Map)));
            mapped.Year = year;
            mapper.SetAside(mapped, "MAP-NO-LAYOUT", count);
            return null;
        }

        (BoundLayout? Bound, RowReader? Reader) Bind(Layout layout, string sheet)
        {
            if (bound.TryGetValue(layout, out var done)) return done;
            if (!headers.TryGetValue(layout.HeaderRow, out var header)) return (null, null);
            var found = BoundLayout.Bind(layout, header, file, sheet, Findings);
            return bound[layout] = (found, found is null ? null : new RowReader(file.Name, found, mapper.missing, Findings));
        }

        bool Recognises(RowTest test, Layout layout, RawRow row) =>
            bound.TryGetValue(layout, out var found) && found.Bound is { } here && test.Texts.Contains(here.Cell(row.Cells, test.Column), StringComparer.Ordinal);

        int? YearOf(RawRow row, RowReader reader)
        {
            var field = dataset.Fields.First(field => field.Kind == FieldKind.Year);
            return reader.Read(row, field).Number is { } year ? (int)year.Numerator : null;
        }

        void Accept(RawRow row, MappedRow mapped, RowReader reader)
        {
            var sound = true;
            foreach (var field in dataset.Fields)
            {
                var value = reader.Read(row, field);
                if (field.Kind == FieldKind.Year) sound &= AcceptYear(mapped, value);
                else if (value.Word is { } word) mapped.Words[field.Name] = word;
                else if (value.Number is { } amount) mapped.Quantities.Add((field, amount, value.Columns));
                else if (value.Faulty && field.Required) sound = false;
            }

            if (!sound) mapper.SetAside(mapped, "ROW-KEY-MISSING", count);
            else if (mapper.first.TryAdd((dataset.Name, mapped.Key), mapped)) Load(mapped);
            else Duplicate(mapped, mapper.first[(dataset.Name, mapped.Key)]);
        }

        bool AcceptYear(MappedRow mapped, CellValue value)
        {
            var filed = value.Number is { } number ? (int)number.Numerator : (int?)null;
            if (value.Faulty) return false;
            if (filed is null && mapped.Year is not null) return true;
            if (filed is not null && (file.Year is null || file.Year == filed))
            {
                mapped.Year = filed;
                return true;
            }

            Findings.Add(filed is null
                ? Finding.Error("ROW-NO-YEAR", mapped.Place)
                : Finding.Error("ROW-YEAR-WRONG", mapped.Place with { Column = value.Columns }, Text(filed), ("year", Text(file.Year))));
            return false;
        }

        void Load(MappedRow mapped)
        {
            count.Loaded++;
            mapper.rows.Add(mapped);
        }

        // Undeclared duplicates leave no way to know which is right: the school stays in the register, what else the row says counts as not filed.
        void Duplicate(MappedRow mapped, MappedRow earlier)
        {
            var severity = mapper.source.FirstOfDuplicates ? Severity.Warning : Severity.Error;
            var facts = new (string, string)[]
            {
                ("first_file", earlier.File),
                ("first_row", Text(earlier.Number)),
                ("key", string.Join(", ", dataset.Key)),
            };
            Findings.Add(Finding.Of(severity, severity == Severity.Warning ? "ROW-DUPLICATE-DECLARED" : "ROW-DUPLICATE", mapped.Place, mapped.Key.Replace('\u001f', ' '), facts));
            if (severity == Severity.Error) earlier.Forget();
            mapper.SetAside(mapped, "ROW-DUPLICATE", count);
        }
    }
}
