namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>How a cell looks. Equal styles are one style of the file.</summary>
public sealed record CellStyle
{
    public static readonly CellStyle Plain = new();

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Underlined { get; init; }

    public double Size { get; init; } = 11;

    /// <summary>Of the letters, as <c>C00000</c>.</summary>
    public string? Colour { get; init; }

    /// <summary>Of the ground, as <c>FFC7CE</c>.</summary>
    public string? Fill { get; init; }

    public bool Bordered { get; init; }

    public bool Wrapped { get; init; }

    public bool Centred { get; init; }

    public NumberFormat Format { get; init; } = NumberFormat.General;

    /// <summary>Marked as text, so that what looks like a formula never becomes one.</summary>
    public bool Quoted { get; init; }
}

/// <summary>How a number is shown, and what a typed one becomes.</summary>
public enum NumberFormat
{
    /// <summary><c>1234.5</c>, as many decimals as there are: a format of ours with optional decimals would show <c>12.</c> for 12.</summary>
    General,

    /// <summary>What is typed stays as typed: leading zeros survive.</summary>
    Text,

    /// <summary><c>1,234</c></summary>
    Whole,

    /// <summary><c>1,234.50</c>, two decimals at least and six at most: what is just below a limit never reads as the limit.</summary>
    Fraction,

    /// <summary><c>0.498</c>, three decimals at least and six at most.</summary>
    Coefficient,

    /// <summary><c>1,234.50</c></summary>
    Money,

    /// <summary><c>2024</c></summary>
    Year,

    /// <summary><c>2024-06-30</c></summary>
    Date,
}
