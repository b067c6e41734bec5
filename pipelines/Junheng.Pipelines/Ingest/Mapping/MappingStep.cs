using System.Globalization;
using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>The step from untyped cells to typed staging tables.</summary>
/// <param name="documents">Documents of the fixed staging tables, by name.</param>
public sealed class MappingStep(
    Source source,
    ColumnMap map,
    FieldCatalog catalog,
    IReadOnlyList<FiledFile> files,
    RawStore raw,
    FindingList findings,
    IReadOnlyDictionary<string, TableDocument> documents) : IStep
{
    public const int Decimals = 12;

    static readonly string[] FixedTables = ["filed_quantity", "filed_county_quantity", "filed_vintage", "finding", "quarantine", "source_rows", "source_file", "source_column", "source_note", "control_total"];

    public string Name => "mapping";

    public IReadOnlyList<string> Inputs => [];

    public IReadOnlyList<TableDocument> Outputs =>
        [.. catalog.Datasets.Select(FiledTables.Of), .. FixedTables.Select(table => documents[table])];

    public string Identity => string.Join('\n', [
        StepCode.Version,
        map.Text,
        .. map.With,
        string.Join('|', source.Missing),
        source.FirstOfDuplicates ? "first" : "error",
        source.SetsUnregisteredAside ? "set_aside" : "error",
        CatalogIdentity(),
        $"not yet {string.Join('|', Later.Select(file => file.Name))}",
        HasSiteChecks ? Text(source.AsOf)! : "",
        .. files.Select(file => $"{file.Name} {file.Sha256} {string.Join(',', file.Datasets)} {file.Form} {Text(file.Year)} {Text(file.FiledOn)} {file.Encoding} {file.Delimiter} {FileReaders.For(file.Name)?.Version}"),
    ]);

    public IReadOnlyList<RowCount> Counts { get; private set; } = [];

    public void Run(StepContext context)
    {
        var readable = raw.Keep(files, context.Engine, findings, context.Progress, context.Cancellation);
        foreach (var file in Later) findings.Add(Finding.Note("VINTAGE-LATER", new Place(file.Name), Text(file.FiledOn)!, ("as_of", Text(source.AsOf)!)));
        var mapper = new Mapper(source, map, catalog, findings);
        mapper.Map(readable.Except(Later).ToList(), files.Except(Later).ToList(), file =>
        {
            context.Progress(file.Name);
            return raw.Rows(file, context.Engine, context.Cancellation);
        });
        Counts = mapper.Counts;
        Write(context, mapper);
    }

    // Filed after the day the source is judged as of: kept, and not yet known.
    IEnumerable<FiledFile> Later => files.Where(file => file.FiledOn > source.AsOf);

    bool HasSiteChecks => files.Any(file => file.Datasets.Contains(SiteChecks.Dataset, StringComparer.Ordinal));

    void Write(StepContext context, Mapper mapper)
    {
        foreach (var dataset in catalog.Datasets)
            context.Write(FiledTables.Of(dataset), mapper.Rows.Where(row => row.Dataset.Name == dataset.Name).Select(FiledTables.CellsOf));
        context.Write(documents["filed_quantity"], mapper.Rows.Where(row => row.Dataset.Form == DatasetForm.BySchool).SelectMany(QuantitiesOf));
        context.Write(documents["filed_county_quantity"], mapper.Rows.Where(row => row.Dataset.Form == DatasetForm.ByCounty).SelectMany(CountyQuantitiesOf));
        context.Write(documents["filed_vintage"], mapper.Vintages.Select(VintageOf));
        context.Write(documents["finding"], FindingRows());
        context.Write(documents["quarantine"], mapper.Aside.Select(row =>
            new[] { row.File, row.Dataset, row.Sheet, Text(row.Row), row.Code, Text(row.Year), row.SchoolCode, row.CountyCode }));
        context.Write(documents["source_rows"], mapper.Counts.Select(count =>
            new[] { count.File, count.Dataset, Text(count.RowsIn), Text(count.Loaded), Text(count.Quarantined), Text(count.NotData) }));
        WriteAround(context, mapper);
        context.Write(documents["source_file"], files.Select(file => new[] { file.Name, file.Sha256, Text(file.Bytes), Text(file.Year), Text(file.FiledOn) }));
    }

    // What stands around the records: which column is which field, titles and remarks, totals.
    void WriteAround(StepContext context, Mapper mapper)
    {
        context.Write(documents["source_column"], mapper.Columns.DistinctBy(column => (column.File, column.Sheet, column.Dataset, column.Field, column.Operand, column.Column, column.HeaderRow))
            .Select(column => new[] { column.File, column.Sheet, column.Dataset, column.Field, Text(column.Operand), column.Column, Text(column.HeaderRow), column.Header }));
        context.Write(documents["source_note"], mapper.Notes.Select(note => new[] { note.File, note.Sheet, Text(note.Row), note.Kind, note.Text }));
        context.Write(documents["control_total"], mapper.Totals.Select(total => new[]
        {
            total.File, total.Sheet, Text(total.Row), total.Dataset, total.Field.Name, Text(total.Year), total.Label, total.Scope, total.County, total.Stage,
            total.Amount.ToTruncatedDecimal(Decimals), total.Columns,
        }));
    }

    static IEnumerable<string?[]> QuantitiesOf(MappedRow row) => row.Quantities.Select(quantity => new[]
    {
        Text(row.Year),
        row.Word("school_code"),
        row.Word("stage") ?? Stages.All,
        quantity.Field.Name,
        quantity.Amount.ToTruncatedDecimal(Decimals),
        quantity.Amount.FitsScale(Decimals) ? null : quantity.Amount.ToString(),
        row.Dataset.Name,
        quantity.Cells.File,
        quantity.Cells.Sheet,
        Text(quantity.Cells.Row),
        quantity.Cells.Columns,
        Text(quantity.From.FiledOn),
        quantity.Standing,
    });

    static IEnumerable<string?[]> CountyQuantitiesOf(MappedRow row) => row.Quantities.Select(quantity => new[]
    {
        Text(row.Year),
        row.Word("county_code"),
        quantity.Field.Name,
        quantity.Amount.ToTruncatedDecimal(Decimals),
        quantity.Amount.FitsScale(Decimals) ? null : quantity.Amount.ToString(),
        row.Dataset.Name,
        quantity.Cells.File,
        quantity.Cells.Sheet,
        Text(quantity.Cells.Row),
        quantity.Cells.Columns,
        Text(quantity.From.FiledOn),
        quantity.Standing,
    });

    IEnumerable<string?[]> FindingRows()
    {
        var (zh, en) = (TextBook.In(Language.Zh), TextBook.In(Language.En));
        var seen = new Dictionary<(Place, string), int>();
        foreach (var finding in findings)
        {
            var number = seen[(finding.Place, finding.Code)] = seen.GetValueOrDefault((finding.Place, finding.Code)) + 1;
            yield return
            [
                finding.Place.File, finding.Place.Sheet, Text(finding.Place.Row), finding.Place.Column, finding.Code, Text(number),
                finding.Severity.ToString().ToLowerInvariant(), finding.Value,
                finding.What(zh), finding.Fix(zh), finding.What(en), finding.Fix(en),
            ];
        }
    }

    string CatalogIdentity() => string.Join('\n', catalog.Datasets.Select(dataset =>
        $"{dataset.Name} {string.Join(',', dataset.Key)} " + string.Join(';', dataset.Fields.Select(field =>
            $"{field.Name} {field.Kind} {field.Unit} {field.Required} {field.Whole} {string.Join(',', field.Choices ?? [])} {field.Least} {field.Most} {field.Zh} {field.En}"))));

    static string?[] VintageOf(VintageValue value) =>
    [
        value.Row.Dataset.Name,
        Text(value.Row.Year),
        Register.UnitOf(value.Row),
        value.Row.Word("stage") ?? Stages.All,
        value.Field,
        Text(value.Row.FiledOn),
        value.Standing,
        value.InForce ? "true" : "false",
        value.Amount?.Amount.ToTruncatedDecimal(Decimals),
        value.Amount?.Cells.File ?? value.Row.File,
        value.Amount?.Cells.Sheet ?? value.Row.Sheet,
        Text(value.Amount?.Cells.Row ?? value.Row.Number),
        value.Amount?.Cells.Columns ?? "",
    ];

    static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
