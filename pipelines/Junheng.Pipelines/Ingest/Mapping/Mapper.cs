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
    readonly Source source = source;
    readonly FindingList findings = findings;
    readonly HashSet<string> missing = new(source.Missing, StringComparer.Ordinal);
    readonly Dictionary<(string Dataset, string Key, DateOnly? FiledOn), MappedRow> first = [];
    List<MappedRow> rows = [];
    readonly List<SetAside> aside = [];
    readonly List<RowCount> counts = [];

    public IReadOnlyList<MappedRow> Rows => rows;

    /// <summary>Every value of the cells that were filed more than once.</summary>
    public IReadOnlyList<VintageValue> Vintages { get; private set; } = [];

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
    public void Finish(IReadOnlyList<FiledFile> files)
    {
        var known = new Register(rows);
        var orphans = rows.Where(row => !known.Has(row)).ToHashSet();
        foreach (var orphan in orphans)
        {
            if (known.Covers(orphan.Year))
                findings.Add(Finding.Error("ROW-ORPHAN", orphan.Place, Register.UnitOf(orphan), ("year", Text(orphan.Year))));
            var count = counts.First(one => one.File == orphan.File && one.Dataset == orphan.Dataset.Name);
            count.Loaded--;
            SetAside(orphan, "ROW-ORPHAN", count);
        }

        // Where a whole register is missing, saying so once a file tells more than a line a school.
        foreach (var lost in orphans.Where(row => !known.Covers(row.Year)).GroupBy(row => (row.File, row.Year)))
            findings.Add(Finding.Error("REGISTER-ABSENT", new Place(lost.Key.File), Text(lost.Key.Year), ("year", Text(lost.Key.Year)), ("count", Text(lost.Count()))));
        rows.RemoveAll(orphans.Contains);
        Settle(files);
    }

    // Of several filings of one row, and of what was found on site, one value a cell is in force.
    void Settle(IReadOnlyList<FiledFile> files)
    {
        var filings = new VintageResolution(files, aside, findings);
        rows = filings.InForce(rows);
        var checks = new SiteChecks(catalog, source.AsOf, findings);
        checks.Apply(rows);
        // What a check supersedes is told by the check.
        Vintages = [.. filings.Values.ExceptBy(checks.Values.Select(value => (value.Row, value.Field)), value => (value.Row, value.Field)), .. checks.Values];
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
        readonly HashSet<Layout> wanted = [];
        bool toldYearless;
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

            // Every layout this file was read by has its header, or the file ends above it.
            foreach (var layout in wanted.Where(layout => !bound.ContainsKey(layout)))
                Findings.Add(Finding.Error("FILE-NO-HEADER", new Place(file.Name, Row: layout.HeaderRow), Text((int)count.RowsIn), ("dataset", dataset.Name)));
        }

        void Read(RawRow row)
        {
            var mapped = new MappedRow(dataset, file.Name, row.Sheet, row.Number) { Year = file.Year, FiledOn = file.FiledOn };
            if (LayoutFor(row, mapped) is not { } layout) return;
            wanted.Add(layout);
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
            if (file.Year is { } said) return Covering(said, mapped);
            var candidate = layouts.FirstOrDefault(layout => layout.Columns.ContainsKey("year")) ?? layouts[0];
            if (row.Number <= candidate.HeaderRow || Bind(candidate, row.Sheet).Reader is not { } reader) return Bound(candidate, row);
            if (candidate.NotData.Any(test => Recognises(test, candidate, row))) return candidate;
            var year = reader.Read(row, dataset.Fields.First(field => field.Kind == FieldKind.Year));
            if (year.Number is { } filed) return Covering((int)filed.Numerator, mapped);
            // Without a year column the reader has nothing to complain of.
            if (year.Fault is null && !toldYearless) Findings.Add(Finding.Error("ROW-NO-YEAR", mapped.Place));
            toldYearless |= year.Fault is null;
            mapper.SetAside(mapped, year.Fault ?? "ROW-NO-YEAR", count);
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
            bound.TryGetValue(layout, out var found) && found.Bound is { } here && test.Texts.Any(text => BoundLayout.Tidy(text) == BoundLayout.Tidy(here.Cell(row.Cells, test.Column)));

        void Accept(RawRow row, MappedRow mapped, RowReader reader)
        {
            string? fault = null;
            foreach (var field in dataset.Fields)
            {
                var value = reader.Read(row, field);
                if (field.Kind == FieldKind.Year)
                {
                    fault ??= YearFault(mapped, value);
                }
                else if (value.Word is { } word) mapped.Words[field.Name] = word;
                else if (value.Number is { } amount) mapped.Add(field, amount, value.Columns);
                else if (field.Required) fault ??= value.Fault;
                else if (value.Fault is not null) mapped.AddFault(field);
            }

            if (fault is not null) mapper.SetAside(mapped, fault, count);
            else if (mapper.first.TryAdd((dataset.Name, mapped.Key, mapped.FiledOn), mapped)) Load(mapped);
            else Duplicate(mapped, mapper.first[(dataset.Name, mapped.Key, mapped.FiledOn)]);
        }

        // Null when the row has a year and it is the file's.
        string? YearFault(MappedRow mapped, CellValue value)
        {
            if (value.Fault is not null) return value.Fault;
            var filed = value.Number is { } number ? (int)number.Numerator : (int?)null;
            mapped.Year ??= filed;
            if (mapped.Year is null) return Told(Finding.Error("ROW-NO-YEAR", mapped.Place));
            return filed is null || filed == mapped.Year
                ? null
                : Told(Finding.Error("ROW-YEAR-WRONG", mapped.Place with { Column = value.Columns }, Text(filed), ("year", Text(file.Year))));
        }

        string Told(Finding finding)
        {
            Findings.Add(finding);
            return finding.Code;
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
            var code = severity == Severity.Warning ? "ROW-DUPLICATE-DECLARED" : "ROW-DUPLICATE";
            Findings.Add(Finding.Of(severity, code, mapped.Place, mapped.Key.Replace('\u001f', ' '), facts));
            if (severity == Severity.Error) earlier.Forget();
            mapper.SetAside(mapped, code, count);
        }
    }
}
