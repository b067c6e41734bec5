using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>A plan as lists for a workbook: the rows of <see cref="PlanRows"/>, what they come to, and what those do not say.</summary>
/// <param name="schools">Names by code.</param>
/// <param name="indicators">Short names by id.</param>
public sealed class PlanLists(RowSet rows, CountyPlan plan, IReadOnlyDictionary<string, string?> schools, IReadOnlyDictionary<string, string?> indicators)
{
    static readonly string[] Shown =
        ["school_code", "school_name", "stage", "indicator", "indicator_name", "in_year", "present", "moved", "added", "after_plan", "unit", "price", "cost", "pupils_of"];

    public RowSet Additions { get; } = new(Shown, [.. Enumerable.Range(0, rows.Rows.Count).Select(IReadOnlyList<object?> (row) => [.. Shown.Select(column => rows[row, column == "after_plan" ? "planned" : column])])]);

    /// <summary>By stage, indicator and year. Who leaves one school arrives at another: those who move are counted once.</summary>
    public RowSet Totals { get; } = new(
        ["stage", "indicator", "indicator_name", "in_year", "schools", "moved", "added", "unit", "cost"],
        [.. Enumerable.Range(0, rows.Rows.Count)
            .GroupBy(row => (Stage: (string)rows[row, "stage"]!, Indicator: (string)rows[row, "indicator"]!, Year: (int)rows[row, "in_year"]!))
            .OrderBy(group => group.Key.Indicator, StringComparer.Ordinal).ThenBy(group => group.Key.Stage == "junior").ThenBy(group => group.Key.Year)
            .Select(IReadOnlyList<object?> (group) =>
            [
                group.Key.Stage, group.Key.Indicator, rows[group.First(), "indicator_name"], group.Key.Year, (long)group.Select(row => rows[row, "school_code"]).Distinct().Count(),
                group.Sum(row => Math.Max(0, (long)rows[row, "moved"]!)), group.Sum(row => (decimal)rows[row, "added"]!), rows[group.First(), "unit"], group.Sum(row => (decimal)rows[row, "cost"]!),
            ])]);

    public RowSet Moves { get; } = new(
        ["stage", "indicator", "indicator_name", "from_code", "from_school", "to_code", "to_school", "moved"],
        [.. plan.Moves.Select(IReadOnlyList<object?> (move) => [move.Stage, move.Indicator, indicators.GetValueOrDefault(move.Indicator), move.From, schools.GetValueOrDefault(move.From), move.To, schools.GetValueOrDefault(move.To), (long)move.Teachers])]);

    public RowSet LeftAtFloor { get; } = new(
        ["school_code", "school_name", "stage", "indicator", "indicator_name", "threshold", "floor"],
        [.. plan.LeftAtFloor.Select(IReadOnlyList<object?> (one) => [one.School, schools.GetValueOrDefault(one.School), one.Stage, one.Indicator, indicators.GetValueOrDefault(one.Indicator), Decimal(one.Threshold), Decimal(one.Floor)])]);

    static decimal? Decimal(Models.Numbers.Rational? number) => number is { } known ? decimal.Parse(known.ToTruncatedDecimal(6), System.Globalization.CultureInfo.InvariantCulture) : null;
}
