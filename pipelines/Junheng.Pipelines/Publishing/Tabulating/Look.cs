namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>How the values of a column are shown.</summary>
public enum Look
{
    /// <summary>Text that is no number, even if it looks like one: leading zeros survive.</summary>
    Code,

    /// <summary>A few words.</summary>
    Words,

    /// <summary>A sentence or more: the column is wide and its cells are wrapped.</summary>
    Sentence,

    /// <summary>A word of ours, <c>primary</c>, as people say it; the column says which words: <c>stage</c>.</summary>
    Term,

    /// <summary>A term that is coloured too: the colour never says more than the word.</summary>
    Judged,

    Year,

    Date,

    /// <summary>A number with as many decimals as there are, six at most: 4.496 under a limit of 4.5 never reads 4.50.</summary>
    Number,

    /// <summary>A coefficient: three decimals at least.</summary>
    Coefficient,

    Money,
}
