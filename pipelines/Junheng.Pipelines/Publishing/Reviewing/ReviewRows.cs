using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>A review as rows for other programs.</summary>
public static class ReviewRows
{
    static readonly string[] Columns =
    [
        "table", "sheet", "cell", "item", "figure", "school_code", "school_name", "stage", "indicator", "part",
        "declared", "computed", "difference", "unit", "outcome", "why", "verdict_of", "verdict", "verdict_with_declared",
    ];

    /// <param name="why">Says why a blank was not compared.</param>
    public static RowSet Of(IEnumerable<ReviewedBlank> blanks, Func<ReviewedBlank, string> why) => new(Columns, blanks.Select(IReadOnlyList<object?> (blank) =>
    [
        blank.Declared.Table, blank.Declared.Sheet, blank.Declared.Cell, blank.Declared.Item, blank.Declared.Asked.Figure, blank.School, blank.SchoolName, blank.Stage,
        blank.Declared.Asked.Indicator, blank.Declared.Asked.Part, Value(blank.DeclaredText, blank), Value(blank.ComputedText, blank), Value(blank.Difference, blank), blank.Declared.Asked.Unit,
        blank.Outcome.Word(), why(blank), blank.Change?.Of.Kind, blank.Change?.Ours, blank.Change?.WithDeclared,
    ]).ToList());

    // A number stays one, so that its minus sign is not taken for a formula; what a person typed instead of one is words.
    static object? Value(string? text, ReviewedBlank blank) =>
        string.IsNullOrEmpty(text) ? null
        : !blank.Declared.Asked.IsWord && decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : text;
}
