using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>A number in a column of a table, all rounded to the same places; the header says so.</summary>
public sealed record Places(Rational Exact, int Count)
{
    public override string ToString() => Number.Rounded(Exact, Count);
}
