using Junheng.Models.Fields;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Which column of a filed table is which of our fields, dataset by dataset and year by year. Written as <c>maps/*.yaml</c>.</summary>
/// <param name="Fields">Quantities of this source that the catalog lacks, by the dataset they are filed in.</param>
/// <param name="Text">The file as written: it is copied into the snapshot, so the cells can be read again.</param>
public sealed record ColumnMap(
    string Id,
    ILookup<string, Field> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<Layout>> Datasets,
    string Text);

/// <summary>One shape a dataset's table had, for a range of years.</summary>
/// <param name="HeaderRow">Row of the column headers, counted from 1; what stands above is title.</param>
/// <param name="NotData">Recognised rows that are no data: totals, notes.</param>
public sealed record Layout(
    string Dataset,
    int FirstYear,
    int LastYear,
    int HeaderRow,
    IReadOnlyList<RowTest> NotData,
    IReadOnlyDictionary<string, ColumnRule> Columns,
    int Line)
{
    public bool Covers(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>Every source header this layout needs.</summary>
    public IEnumerable<string> Headers =>
        Columns.Values.SelectMany(rule => rule.Operands).Concat(NotData.Select(test => test.Column)).Distinct(StringComparer.Ordinal);
}

/// <summary>Recognises a row by the text of one cell.</summary>
public sealed record RowTest(string Column, IReadOnlyList<string> Texts);

/// <summary>How one field is made from a row's cells.</summary>
/// <param name="Operands">Source headers; none for a constant.</param>
/// <param name="Values">Source word → our word; null keeps the text. A word not in the list is a finding.</param>
/// <param name="Unit">Unit as filed, when it is not the field's own.</param>
public sealed record ColumnRule(
    Expression Expression,
    IReadOnlyList<string> Operands,
    IReadOnlyDictionary<string, string>? Values,
    FiledUnit Unit,
    string Constant,
    int Line);

/// <summary>The closed list of what may be done with cells. A missing operand makes the result missing.</summary>
public enum Expression
{
    /// <summary>The cell itself.</summary>
    From,

    /// <summary>The same for every row.</summary>
    Constant,

    Sum,

    /// <summary>The first less the others.</summary>
    Difference,

    Product,

    /// <summary>The first by the second; a second of zero makes it missing, with a warning.</summary>
    Quotient,

    /// <summary>The first cell that is filled.</summary>
    FirstOf,
}
