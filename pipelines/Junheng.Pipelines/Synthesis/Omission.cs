namespace Junheng.Pipelines.Synthesis;

/// <summary>
/// What a school did not file: one cell, left blank, struck with a dash or filled with something else, or everything but its line in the register.
/// </summary>
/// <param name="School">The school's number within the county, the last four digits of its code.</param>
/// <param name="Column">The header of the cell; null for everything.</param>
sealed record Omission(int Year, int School, string? Column = null, string Text = "")
{
    /// <summary>Of one stage only, where the school teaches several.</summary>
    public Stage? Stage { get; init; }
}
