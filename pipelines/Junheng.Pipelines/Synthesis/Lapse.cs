namespace Junheng.Pipelines.Synthesis;

/// <summary>What a county does not reach, or does not file, about one item in some years. Whatever no lapse names is in order.</summary>
/// <param name="Item">An indicator with its part, such as <c>18a</c>, <c>veto</c>, or a clause on money: <c>spending</c>, <c>appropriation</c>, <c>funds</c>, <c>training</c>.</param>
sealed record Lapse(string Item, int From, int To, Manner Manner = Manner.Fails);

enum Manner
{
    /// <summary>The standard is missed.</summary>
    Fails,

    /// <summary>Nothing is filed.</summary>
    Blank,

    /// <summary>A part of what should be filed is missing.</summary>
    Partly,

    /// <summary>Claimed without evidence, or by nobody but the county.</summary>
    Claimed,

    /// <summary>Decided the year before.</summary>
    Old,

    /// <summary>An answer of another kind than was asked for.</summary>
    WrongKind,

    /// <summary>The denominator is zero.</summary>
    Zero,

    /// <summary>The numerator is larger than the denominator.</summary>
    Incredible,

    /// <summary>Class sizes in a band that lies on both sides of the cap.</summary>
    Straddles,
}
