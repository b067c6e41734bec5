namespace Junheng.Pipelines.Publishing.Comparing;

/// <summary>One value that is another in the second snapshot.</summary>
/// <param name="Kind"><c>cell</c>, <c>indicator</c> or <c>verdict</c>.</param>
/// <param name="Item">Field, indicator with its part, or empty for a verdict on the whole.</param>
/// <param name="Before">Null where there was none.</param>
/// <param name="Why">What can have changed it, from a closed list, with semicolons.</param>
public sealed record SnapshotChange(string Kind, string Table, int Year, string Unit, string Stage, string Item, string? Before, string? After, string Why)
{
    public static readonly IReadOnlyList<string> Columns = ["kind", "table", "year", "unit_code", "stage", "item", "before", "after", "why"];

    public IReadOnlyList<object?> Cells => [Kind, Table, Year, Unit, Stage, Item, Before, After, Why];
}
