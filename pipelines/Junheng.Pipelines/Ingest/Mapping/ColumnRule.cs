namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>How one field is made from a record's cells.</summary>
/// <param name="Operands">Where it is read; none for a constant. For a computed quantity: names of fields.</param>
/// <param name="Values">Source word → our word; null keeps the text. A word not in the list is a finding.</param>
/// <param name="Unit">Unit as filed, when it is not the field's own.</param>
/// <param name="Constant">The constant; for <see cref="Expression.Register"/> the field of the register.</param>
/// <param name="Digits">How many digits a code has: lost leading zeros are put back.</param>
/// <param name="First">How many characters of the text count; null is all.</param>
/// <param name="Missing">Texts that mean «not filed» in this field alone.</param>
public sealed record ColumnRule(
    Expression Expression,
    IReadOnlyList<Operand> Operands,
    IReadOnlyDictionary<string, string>? Values,
    FiledUnit Unit,
    string Constant,
    int? Digits,
    int? First,
    IReadOnlyList<string> Missing,
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

    /// <summary>What the register of schools says of the row's school.</summary>
    Register,
}
