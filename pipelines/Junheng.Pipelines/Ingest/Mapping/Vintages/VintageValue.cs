namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>One of the values a cell has had, in force or not.</summary>
/// <param name="Field">Empty where a whole row was filed again.</param>
/// <param name="Amount">Null where the row says nothing there.</param>
internal sealed record VintageValue(MappedRow Row, string Field, FiledAmount? Amount, string Standing)
{
    public bool InForce => Standing != Mapping.Standing.Superseded;
}
