using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping.Forms;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>
/// Turns untyped rows into typed ones by a column map. Every fault of every file is found in one pass; a faulty cell is «not filed», a row without its key is set
/// aside, and nothing is lost: <see cref="Counts"/> accounts for each row.
/// </summary>
internal sealed class Mapper(Source source, ColumnMap map, FieldCatalog catalog, FindingList findings)
{
    readonly Register register = new();
    readonly List<RowCount> counts = [];
    readonly List<ControlTotal> totals = [];
    readonly List<SourceColumn> columns = [];
    readonly Dictionary<(string File, string Sheet, int Row), SourceNote> notes = [];
    readonly Dictionary<(string File, int? Year), int> unregistered = [];
    readonly HashSet<(Place Place, string Code)> told = [];
    MappedRows? rows;

    public IReadOnlyList<MappedRow> Rows => Mapped.All;

    /// <summary>Every value of the cells that were filed more than once.</summary>
    public IReadOnlyList<VintageValue> Vintages { get; private set; } = [];

    public IReadOnlyList<SetAside> Aside => Mapped.Aside;

    public IReadOnlyList<RowCount> Counts => counts;

    public IReadOnlyList<ControlTotal> Totals => totals;

    public IReadOnlyList<SourceColumn> Columns => columns;

    public IEnumerable<SourceNote> Notes => notes.Values;

    public Source Source => source;

    public FindingList Findings => findings;

    public Register Register => register;

    public MappedRows Mapped => rows ??= new MappedRows(source.FirstOfDuplicates, register, findings);

    public IReadOnlySet<string> Missing { get; } = new HashSet<string>(source.Missing, StringComparer.Ordinal);

    public PaddedCodes Padded { get; } = new();

    /// <summary>Maps all files: the registers of schools first, because other rows may ask them.</summary>
    /// <param name="filed">All that was filed, also what cannot be read: a later filing that is broken keeps the earlier in force.</param>
    public void Map(IReadOnlyList<FiledFile> files, IReadOnlyList<FiledFile> filed, Func<FiledFile, IEnumerable<RawRow>> read)
    {
        foreach (var file in files.Where(file => file.Datasets.Contains(Register.Dataset, StringComparer.Ordinal))) Map(file, Register.Dataset, () => read(file));
        foreach (var file in files)
        {
            foreach (var dataset in file.Datasets.Where(dataset => dataset != Register.Dataset)) Map(file, dataset, () => read(file));
        }

        new ControlTotals(Rows, Aside, register, findings).Check(totals);
        SetOrphansAside();
        Settle(filed);
        findings.AddRange(Padded.Findings());
    }

    public void Keep(SourceNote note) => notes.TryAdd((note.File, note.Sheet, note.Row), note);

    public void Keep(IEnumerable<ControlTotal> found) => totals.AddRange(found);

    public void Keep(IEnumerable<SourceColumn> found) => columns.AddRange(found);

    void Map(FiledFile file, string name, Func<IEnumerable<RawRow>> read)
    {
        if (catalog.Find(name) is not { } dataset || !map.Datasets.TryGetValue(name, out var layouts))
        {
            findings.Add(Finding.Error("MAP-NO-DATASET", new Place(source.Map), name, ("file_name", file.Name), ("known", string.Join(", ", map.Datasets.Keys))));
            return;
        }

        var forms = layouts.Where(layout => layout.Form == file.Form).ToList();
        if (forms.Count == 0)
        {
            var known = string.Join(", ", layouts.Select(layout => layout.Form).Distinct());
            findings.Add(Finding.Error("MAP-NO-FORM", new Place(source.Map), file.Form, ("dataset", name), ("file_name", file.Name), ("known", known)));
            return;
        }

        var count = new RowCount(file.Name, name);
        counts.Add(count);
        if (forms[0].Shape == LayoutShape.Form) new FormMapping(this, file, dataset, forms, count).Run(ReturnedList.LeftOut(read()));
        else new TableMapping(this, file, dataset, forms, count).Run(ReturnedList.LeftOut(read()));
    }

    // Of several filings of one row, and of what was found on site, one value a cell is in force; what is computed is computed from those.
    void Settle(IReadOnlyList<FiledFile> filed)
    {
        var filings = new VintageResolution(filed, Aside, findings);
        Mapped.Settle(filings);
        var checks = new SiteChecks(catalog, source.AsOf, findings);
        checks.Apply(Rows);
        // What a check supersedes is told by the check.
        Vintages = [.. filings.Values.ExceptBy(checks.Values.Select(value => (value.Row, value.Field)), value => (value.Row, value.Field)), .. checks.Values];
        var computed = new ComputedQuantities(map.Computed, findings);
        foreach (var row in Rows) computed.AddTo(row);
    }

    // What only shows once all files are read: rows of schools and counties that no register knows.
    void SetOrphansAside()
    {
        var orphans = Rows.Where(row => !register.Has(row)).ToHashSet();
        var code = source.SetsUnregisteredAside ? "ROW-ORPHAN-DECLARED" : "ROW-ORPHAN";
        foreach (var (_, orphan, _) in Rows.Where(row => orphans.Contains(row) && register.Covers(row.Year)).SelectMany(row => row.Parts)) TellOrphan(orphan.Place, Register.UnitOf(orphan), orphan.Year);

        foreach (var row in Rows.Where(row => orphans.Contains(row) && !register.Covers(row.Year))) TellNoRegister(row.File, row.Year);
        foreach (var ((file, year), count) in unregistered)
            findings.Add(Finding.Error("REGISTER-ABSENT", new Place(file), Text(year), ("year", Text(year)), ("count", Text(count))));
        Mapped.SetAside(orphans, code);
    }

    /// <summary>A thing that several datasets of one file come upon.</summary>
    public void TellOnce(Finding finding)
    {
        if (told.Add((finding.Place, finding.Code))) findings.Add(finding);
    }

    /// <summary>A school no register knows: a fault, unless the source declares it.</summary>
    /// <returns>The code it is told by.</returns>
    public string TellOrphan(Place place, string unit, int? year)
    {
        var declared = source.SetsUnregisteredAside;
        var code = declared ? "ROW-ORPHAN-DECLARED" : "ROW-ORPHAN";
        findings.Add(Finding.Of(declared ? Severity.Warning : Severity.Error, code, place, unit, ("year", Text(year))));
        return code;
    }

    /// <summary>Where a whole register is missing, saying so once a file tells more than a line a school.</summary>
    public void TellNoRegister(string file, int? year) =>
        unregistered[(file, year)] = unregistered.GetValueOrDefault((file, year)) + 1;

    static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
