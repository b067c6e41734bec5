using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>What a filed quantity is in a number.</summary>
public enum SourceRole
{
    /// <summary>A term of the quantity R, added or subtracted.</summary>
    Numerator,

    /// <summary>The pupils of the stage itself, P.</summary>
    Pupils,

    /// <summary>The pupils of another stage that shares the premises: part of W only.</summary>
    Sharing,

    /// <summary>A term of what a county's sum is divided by.</summary>
    Denominator,

    /// <summary>One of those that are counted, or added up and held against a cap: a room, a class, a stage's pupils.</summary>
    Counted,

    /// <summary>From or up to how many pupils a band of classes goes.</summary>
    Bound,

    /// <summary>Pupils counted as no fewer than the rule says.</summary>
    Raised,

    /// <summary>Money for one pupil.</summary>
    Quota,

    /// <summary>A decision in words.</summary>
    Decision,

    /// <summary>Shown and not judged: what a lower assessor said, what parents answered.</summary>
    Beside,
}

/// <summary>A filed quantity and its part in a number.</summary>
/// <param name="Sign">1 is added, -1 subtracted.</param>
/// <param name="Weight">Of one pupil in W; 1 where nothing is divided.</param>
public sealed record SourceQuantity(string Indicator, string School, SourceRole Role, int Sign, Rational Weight, FiledQuantity Filed)
{
    /// <summary>Of many that were looked at, one that the verdict rests on.</summary>
    public bool Decides { get; init; }
}
