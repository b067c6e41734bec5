namespace Junheng.Pipelines.Synthesis;

/// <summary>What one accounting unit was given in a year, in yuan, and what of it went to training.</summary>
sealed record UnitFunds(string Code, int Allocated, int Training);
