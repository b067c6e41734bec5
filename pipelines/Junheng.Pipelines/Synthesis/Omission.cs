namespace Junheng.Pipelines.Synthesis;

/// <summary>
/// What a school did not file: one cell, left blank or struck with a dash, or everything but its line in the register.
/// </summary>
/// <param name="School">The school's number within the county, the last four digits of its code.</param>
/// <param name="Column">The header of the cell; null for everything.</param>
sealed record Omission(int Year, int School, string? Column = null, string Text = "");
