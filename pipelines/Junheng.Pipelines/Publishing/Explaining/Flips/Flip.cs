using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Publishing.Explaining.Sources;

namespace Junheng.Pipelines.Publishing.Explaining.Flips;

/// <summary>The least change of one filed quantity of one school with which a number falls on the other side of a line.</summary>
/// <param name="Change">In our unit, whole; signed.</param>
/// <param name="Line"><c>limit</c>, <c>threshold</c> or <c>floor</c>.</param>
/// <param name="ValueAfter">The number recomputed with the change.</param>
public sealed record Flip(
    string School,
    string SchoolName,
    FiledQuantity Filed,
    Rational Change,
    string Line,
    Rational LineValue,
    string Before,
    string After,
    double ValueAfter)
{
    /// <summary>Less is what the rule asks for: a class under its cap, a smaller difference.</summary>
    public bool LessIsAsked { get; init; }

    public Rational From => Filed.Amount!.Value;

    public Rational To => From + Change;

    /// <summary>The one cell to write; null where the quantity is made of several.</summary>
    public SourceCell? Cell => Filed is { Expression: Expression.From, Cells: [var cell] } ? cell : null;

    /// <summary>What to write there, in the unit filed.</summary>
    public Rational? CellAfter => Cell is null ? null : To / Filed.Factor;
}
