using System.Globalization;
using System.Text;

namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>
/// Holds every coefficient of the sample, computed here without the product, to a committed table the product can be compared with.
/// </summary>
/// <remarks>After a change of the sample that is meant, run the tests with JUNHENG_ACCEPT=1 and look at the difference.</remarks>
public sealed class DemoCityCoefficientsTests
{
    [Fact]
    public void Coefficients_AreAsCommitted()
    {
        var golden = RepositoryRoot.File("tests/Junheng.Pipelines.Tests/Synthesis/demo-city-coefficients.csv");
        var actual = Table();
        if (Environment.GetEnvironmentVariable("JUNHENG_ACCEPT") is "1")
            File.WriteAllText(golden, actual);

        Assert.Equal(File.ReadAllText(golden), actual);
    }

    static string Table()
    {
        var text = new StringBuilder("# 示例数据（synthetic）: coefficients of data-samples/demo-city; with missing > 0 the coefficient is unknown and cv is that of the rest\n")
            .Append("year,county_code,stage,indicator,schools,missing,mean,cv\n");
        foreach (var year in SampleCity.Years)
            foreach (var county in SampleCity.Schools[year].Select(school => school.County).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                foreach (var (stage, indicator) in Coefficient.Fourteen)
                {
                    var one = Coefficient.Of(county, year, stage, indicator);
                    text.Append(CultureInfo.InvariantCulture, $"{year},{county},{(stage is "小学" ? "primary" : "junior")},{indicator:00},")
                        .Append(CultureInfo.InvariantCulture, $"{one.Schools},{one.Missing},{one.Mean:0.0000000000},{one.Value:0.0000000000}\n");
                }

        return text.ToString();
    }
}
