namespace Junheng.Pipelines.Synthesis;

/// <summary>A coefficient the county's spending is steered to, year by year.</summary>
sealed record Aim(Quantity Quantity, Stage Stage, IReadOnlyList<decimal> Coefficients);
