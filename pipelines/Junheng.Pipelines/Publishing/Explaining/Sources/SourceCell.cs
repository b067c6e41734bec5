namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>One cell of one filed file.</summary>
/// <param name="Sheet">Empty for text files.</param>
/// <param name="Column">Letters, as a spreadsheet shows them.</param>
/// <param name="Header">The column's header as filed; null when the raw cells are gone.</param>
/// <param name="Text">What stands there as filed; empty for a blank cell, null when the raw cells are gone.</param>
public sealed record SourceCell(string File, string Sheet, int Row, string Column, string? Header, string? Text)
{
    public string Address => FormattableString.Invariant($"{Column}{Row}");

    /// <summary><c>2024/facilities.csv E17</c>, with the sheet where there is one.</summary>
    public string Place => Sheet.Length == 0 ? $"{File} {Address}" : $"{File} {Sheet}!{Address}";
}
