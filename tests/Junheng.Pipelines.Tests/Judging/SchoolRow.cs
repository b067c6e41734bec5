using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A row of <c>school_indicator</c>.</summary>
sealed record SchoolRow(
    string School, string Stage, string Indicator, double? Value, Rational? Numerator, string? Band, string? Verdict, string Reason)
{
    public const string Select =
        "select school_code, stage, indicator, value, cast(numerator as varchar), band, verdict, reason from school_indicator";

    public static IReadOnlyList<SchoolRow> Of(RowSet rows) => rows.Rows.Select(cell => new SchoolRow(
        (string)cell[0]!, (string)cell[1]!, (string)cell[2]!, (double?)cell[3], cell[4] is string numerator ? Rational.Parse(numerator) : null,
        (string?)cell[5], (string?)cell[6], (string)cell[7]!)).ToList();
}
