namespace Junheng.Models.Fields;

public enum FieldKind
{
    /// <summary>Free words, kept as filed.</summary>
    Text,

    /// <summary>An identifier: text, never a number, leading zeros kept.</summary>
    Code,

    /// <summary>A calendar year: that of the 1 September count.</summary>
    Year,

    /// <summary>A day of the calendar.</summary>
    Date,

    /// <summary>A word from a closed list.</summary>
    Choice,

    /// <summary>An exact number with a unit.</summary>
    Quantity,
}
