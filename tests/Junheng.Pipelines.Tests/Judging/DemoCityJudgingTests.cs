using System.Globalization;
using Junheng.Pipelines.Tests.Synthesis;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The demo city's coefficients, against those computed beside its generator without the product.</summary>
[Collection(nameof(DemoCityBuilt))]
public sealed class DemoCityJudgingTests(DemoCityBuilt city)
{
    static readonly string[][] Golden = File.ReadAllLines(RepositoryRoot.File("tests/Junheng.Pipelines.Tests/Synthesis/demo-city-coefficients.csv"))
        .Skip(2).Select(line => line.Split(',')).ToArray();

    [Fact]
    public void Coefficients_OfEveryCountyAndYear_AreAsComputedBesideTheGenerator()
    {
        var product = city.Judged.Coefficients().ToDictionary(row => (row.Year, row.County, row.Stage, row.Indicator));

        var different = Golden.Where(cells => !Agrees(product[(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2], cells[3])], cells)).ToList();

        Assert.Equal(product.Count, Golden.Length);
        Assert.Empty(different);
    }

    [Fact]
    public void Verdicts_OfCountiesWithASchoolMissing_AreUnknown()
    {
        var missing = city.Judged.Coefficients("list_contains(string_split(flags, ','), 'missing_school')");

        Assert.Equal(Golden.Count(cells => cells[5] != "0"), missing.Count);
        Assert.All(missing, row => Assert.Equal("unknown", row.Verdict));
    }

    // Ten decimals are printed; the last may be rounded the other way.
    static bool Agrees(CoefficientRow product, string[] cells) =>
        product.Schools == int.Parse(cells[4], CultureInfo.InvariantCulture)
        && product.Registered - product.Schools == int.Parse(cells[5], CultureInfo.InvariantCulture)
        && Prints(product.Mean!.Value, cells[6])
        && Prints(product.Cv!.Value, cells[7])
        && (cells[5] == "0" || product.Verdict == "unknown");

    static bool Prints(double value, string printed) => Math.Abs(value - double.Parse(printed, NumberStyles.Float, CultureInfo.InvariantCulture)) <= 0.5000001e-10;
}
