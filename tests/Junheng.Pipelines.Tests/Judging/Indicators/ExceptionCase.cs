namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>A county as it is filed, and what one row then says without and with the dated exceptions.</summary>
/// <param name="Row">A row of <c>county_indicator</c> such as <c>10 a all</c>, or of <c>school_indicator</c> such as <c>T primary 03</c>.</param>
/// <param name="Exception">The exceptions that hold; empty for none.</param>
sealed record ExceptionCase(string Name, string Row, string Exception, string Without, string With, Action<CountyFiling> Change);
