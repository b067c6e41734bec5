using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A row of <c>county_coefficient</c>.</summary>
sealed record CoefficientRow(
    int Year, string County, string Stage, string Indicator, int Schools, int Registered, Rational Pupils, Rational Total,
    double? Mean, double? Cv, double? CvUnweighted, string Verdict, IReadOnlyList<string> Flags, double? MissingLow, double? MissingHigh)
{
    // Decimals as text: the provider rounds those of 38 digits.
    public const string Select = """
        select year, county_code, stage, indicator, schools, registered, cast(coalesce(pupils, 0) as varchar), cast(coalesce(total, 0) as varchar),
            mean, cv, cv_unweighted, verdict, flags, missing_low, missing_high
        from county_coefficient
        """;

    public static IReadOnlyList<CoefficientRow> Of(RowSet rows) => rows.Rows.Select(cell => new CoefficientRow(
        (int)cell[0]!, (string)cell[1]!, (string)cell[2]!, (string)cell[3]!, (int)cell[4]!, (int)cell[5]!,
        Rational.Parse((string)cell[6]!), Rational.Parse((string)cell[7]!), (double?)cell[8], (double?)cell[9], (double?)cell[10],
        (string)cell[11]!, ((string)cell[12]!).Split(',', StringSplitOptions.RemoveEmptyEntries), (double?)cell[13], (double?)cell[14])).ToList();
}
