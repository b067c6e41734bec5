using System.Globalization;
using Junheng.Models.Checks;
using Junheng.Models.Fields;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Screening;

/// <summary>Writes what must hold of a filing as the tables <c>check_rule</c> and <c>check_term</c>, and the fields by name as <c>field</c>, for the screening models to join.</summary>
public sealed class ChecksStep(IReadOnlyList<FilingCheck> checks, FieldCatalog catalog, IReadOnlyDictionary<string, TableDocument> documents) : IStep
{
    static readonly string[] Tables = ["check_rule", "check_term", "field"];

    public string Name => "checks";

    public IReadOnlyList<string> Inputs => [];

    public IReadOnlyList<TableDocument> Outputs => Tables.Select(table => documents[table]).ToList();

    public string Identity => string.Join('\n', Rows().SelectMany(table => table.Rows.Select(row => string.Join('\u001f', row))).Prepend(StepCode.Version));

    public void Run(StepContext context)
    {
        foreach (var (table, rows) in Rows()) context.Write(documents[table], rows);
    }

    IEnumerable<(string Table, IEnumerable<string?[]> Rows)> Rows() =>
    [
        ("check_rule", checks.Select(check => new[]
        {
            check.Name, check.Code, check.Kind, check.Severity, check.Compare, Text(check.Limit), Text(check.Share), Text(check.Least),
            check.Rule.Zh, check.Rule.En, check.Fix.Zh, check.Fix.En, check.Source,
        })),
        ("check_term", checks.SelectMany(check => check.Parts.Select(field => new[] { check.Name, "part", field })
            .Concat(check.Whole.Select(field => new[] { check.Name, "whole", field })))),
        ("field", catalog.Datasets.SelectMany(dataset => dataset.Fields.Where(field => field.Kind == FieldKind.Quantity)
            .Select(field => new[] { field.Name, dataset.Name, field.Unit, field.Zh, field.En }))),
    ];

    static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
