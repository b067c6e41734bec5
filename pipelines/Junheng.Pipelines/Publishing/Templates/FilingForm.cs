using Junheng.Models.Fields;
using Junheng.Models.Rules;
using Junheng.Pipelines.Publishing.Workbooks;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>The sheet in which people fill in one dataset: a title, a line of advice, the headers, an example, then what they write. It follows from the field catalog.</summary>
public sealed record FilingForm(Dataset Dataset, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>Of the layout itself; another one gets another number.</summary>
    public const int Format = 1;

    public const int HeaderRow = 3;
    public const int ExampleRow = 4;

    /// <summary>Stands in the first column of the example, where every data row has its year: overwriting the example makes it data.</summary>
    public const string ExampleMark = "示例";

    /// <summary>Stands in a line that waits to be filled in, where the key has words of people's own: overwriting it makes the line data.</summary>
    public const string OpenMark = "（待填）";

    /// <summary>Of the sheet.</summary>
    public string Name => SheetNames.Fit(Dataset.Zh, []);

    public IEnumerable<string> Headers => Columns.Select(column => column.Header);

    /// <summary>In the order people fill them in: what there is before what is counted there, one row a school before many.</summary>
    /// <param name="pack">Names the kinds of school and the vetoes.</param>
    public static IReadOnlyList<FilingForm> All(IEnumerable<Dataset> datasets, RulePack pack) => datasets
        .OrderBy(dataset => dataset.Form)
        .ThenBy(Counts)
        .Select(dataset => new FilingForm(dataset, dataset.Fields.Select(field => FormColumn.Of(field, pack)).ToList()))
        .ToList();

    // Quantities, and not a register that happens to hold one, such as the year in which a school was built.
    static bool Counts(Dataset dataset) =>
        2 * dataset.Fields.Count(field => field.Kind == FieldKind.Quantity) >= dataset.Fields.Count(field => !dataset.Key.Contains(field.Name));

    /// <summary>A row as it is filled in.</summary>
    /// <param name="values">Field → its value in our words; what is not there stays blank.</param>
    public IReadOnlyList<string> Line(IReadOnlyDictionary<string, string> values) =>
        Columns.Select(column => values.TryGetValue(column.Field.Name, out var value) ? column.WordOf(value) : "").ToList();

    /// <summary>The example: it shows how each cell is written, and its numbers mean nothing.</summary>
    public IReadOnlyList<string> Example() => Columns.Select((column, index) => index == 0 ? ExampleMark : column.Example()).ToList();
}
