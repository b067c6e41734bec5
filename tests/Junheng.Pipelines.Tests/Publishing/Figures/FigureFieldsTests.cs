using System.Text.Json;
using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

public class FigureFieldsTests
{
    [Theory]
    [InlineData("""{"encoding":{"x":{"field":"year"},"y":{"field":"cv"}}}""")]
    [InlineData("""{"transform":[{"calculate":"datum.cv * 2","as":"twice"}],"encoding":{"y":{"field":"twice"}}}""")]
    [InlineData("""{"transform":[{"fold":["cv","year"]}],"encoding":{"y":{"field":"value"},"color":{"field":"key"}}}""")]
    [InlineData("""{"transform":[{"aggregate":[{"op":"mean","field":"cv","as":"mean"}],"groupby":["year"]}],"encoding":{"x":{"field":"year"},"y":{"field":"mean"}}}""")]
    [InlineData("""{"transform":[{"window":[{"op":"rank","as":"place"}],"sort":[{"field":"cv"}]}],"layer":[{"transform":[{"filter":"datum['place'] < 3"}],"mark":"point"}]}""")]
    [InlineData("""{"transform":[{"pivot":"year","value":"cv"}],"encoding":{"y":{"field":"2024"}}}""")]
    [InlineData("""{"repeat":["cv","year"],"spec":{"encoding":{"y":{"field":{"repeat":"repeat"}}}}}""")]
    [InlineData("""{"layer":[{"data":{"values":[{"limit":0.5}]},"encoding":{"y":{"field":"limit"}}}]}""")]
    [InlineData("""{"encoding":{"x":{"field":"year","axis":{"labelExpr":"datum.label"}}}}""")]
    public void Check_EveryFieldExists_FindsNothing(string spec) => Assert.Empty(Check(spec));

    [Theory]
    [InlineData("""{"encoding":{"y":{"field":"cvv"}}}""", "cvv")]
    [InlineData("""{"facet":{"row":{"field":"cv","sort":{"field":"rank","op":"min"}}},"spec":{"mark":"line"}}""", "rank")]
    [InlineData("""{"transform":[{"filter":"datum.verdict == 'met'"}],"mark":"line"}""", "verdict")]
    [InlineData("""{"transform":[{"filter":{"field":"stage","equal":"primary"}}],"mark":"line"}""", "stage")]
    [InlineData("""{"transform":[{"aggregate":[{"op":"mean","field":"cv","as":"mean"}],"groupby":["year"]}],"encoding":{"y":{"field":"cv"}}}""", "cv")]
    [InlineData("""{"transform":[{"joinaggregate":[{"op":"count","as":"n"}],"groupby":["county"]}],"mark":"line"}""", "county")]
    [InlineData("""{"layer":[{"data":{"values":[{"limit":0.5}]},"encoding":{"y":{"field":"cv"}}}]}""", "cv")]
    [InlineData("""{"layer":[{"transform":[{"calculate":"1","as":"one"}],"mark":"line"},{"mark":"line","encoding":{"y":{"field":"one"}}}]}""", "one")]
    [InlineData("""{"encoding":{"color":{"condition":{"test":"datum.late","value":"red"},"value":"grey"}}}""", "late")]
    public void Check_FieldIsMissing_NamesIt(string spec, string field)
    {
        var fault = Assert.Single(Check(spec));

        Assert.Equal("figure_field_unknown", fault.Code);
        Assert.Contains($"'{field}'", fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("some-figure:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SeveralMissing_TellsAllWithTheColumnsThereAre()
    {
        var faults = Check("""{"encoding":{"x":{"field":"yaer"},"y":{"field":"cvv"}}}""");

        Assert.Equal(2, faults.Count);
        Assert.All(faults, fault => Assert.Contains("There are: cv, year.", fault.Message, StringComparison.Ordinal));
        Assert.Contains("/encoding/x/field", faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_DataOfAnotherName_IsAFault() => Assert.Equal("figure_data_unknown", Assert.Single(Check("""{"data":{"name":"mian"},"mark":"line"}""")).Code);

    static IReadOnlyList<FigureFault> Check(string spec)
    {
        using var document = JsonDocument.Parse(spec);
        return FigureFields.Check("some-figure", document.RootElement, ["year", "cv"]);
    }
}
