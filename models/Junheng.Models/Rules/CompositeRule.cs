namespace Junheng.Models.Rules;

/// <summary>A limit on the plain mean of all coefficients of a county and stage (综合差异系数), and not on each.</summary>
public sealed record CompositeRule(IReadOnlyDictionary<string, decimal> Limits, Citation Citation);
