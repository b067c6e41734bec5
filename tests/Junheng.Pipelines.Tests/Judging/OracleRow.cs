using System.Globalization;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>One coefficient as an independent program printed it, to ten significant digits.</summary>
sealed record OracleRow(int Year, string County, string Stage, string Indicator, int Schools, Rational Pupils, string Total, string Mean, string? Cv)
{
    static readonly Dictionary<string, string> Indicators = new(StringComparer.Ordinal)
    {
        ["teachers_per_100"] = "teachers",
        ["I1_adv_degree_teachers_per_100"] = "advanced_degree",
        ["I2_nbpts_per_100"] = "board_certified",
        ["computers_per_100"] = "computers",
        ["books_per_pupil"] = "books",
        ["I7_wap_per_100"] = "access_points",
    };

    public (int, string, string, string) Key => (Year, County, Stage, Indicator);

    public static IReadOnlyList<OracleRow> All(Judged judged) => judged.Query($"""
        select cast(year as integer), lea_code, category_cd, indicator, cast(n as integer), pupils, total, mean_w, cv_w
        from {NorthCarolina.Csv(NorthCarolina.Oracle)}
        """).Rows.Select(cell => new OracleRow(
            (int)cell[0]!, (string)cell[1]!, (string)cell[2]! == "E" ? "primary" : "junior", Indicators[(string)cell[3]!],
            (int)cell[4]!, Rational.Parse((string)cell[5]!), (string)cell[6]!, (string)cell[7]!, (string?)cell[8])).ToList();

    /// <summary>Whether the product says the same in every number.</summary>
    public bool Agrees(CoefficientRow product) =>
        product.Schools == Schools
        && product.Pupils == Pupils
        && Prints(Parts.Number(product.Total), Total)
        && Prints(product.Mean!.Value, Mean)
        && (Cv is null ? product.Cv is null : Prints(product.Cv!.Value, Cv));

    /// <summary>
    /// Whether a value is what was printed. Ten significant digits leave half a unit of the tenth open; beyond that only the last bits of a double (1e-13 of the value)
    /// are allowed, so this is stricter than 1e-9 of the value. A coefficient that is the oracle's own noise about zero (1.03e-16) is equal within 1e-12.
    /// </summary>
    public static bool Prints(double value, string printed)
    {
        var number = double.Parse(printed, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (Math.Abs(number) <= 1e-12) return Math.Abs(value) <= 1e-12;
        var tenthDigit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - 9);
        return Math.Abs(value - number) <= (0.5 * tenthDigit) + (1e-13 * Math.Abs(number));
    }
}
