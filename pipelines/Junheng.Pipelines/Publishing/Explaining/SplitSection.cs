using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>How what a whole school has is divided among its stages, with the numbers in it: W = Σ w·P, and a stage counts w·P·R/W.</summary>
static class SplitSection
{
    /// <param name="quantities">Whether R and X are shown, of the one indicator the schools are looked at for.</param>
    public static IEnumerable<Section> Of(IEnumerable<StageQuantity> schools, bool quantities = true)
    {
        var divided = schools.Where(school => school.Divided).ToList();
        if (divided.Count == 0) yield break;
        string[] columns = quantities ? ["school_code", "w", "r", "x_part", "weighted"] : ["school_code", "weighted"];
        var rows = divided.Select(IReadOnlyList<object?> (school) => quantities
            ? [school.School, new Number(school.Weight), school.Computable ? new Number(school.R) : null, school.Computable ? new Number(school.X, 3) : null, SumOf(school)]
            : [school.School, SumOf(school)]).ToList();
        yield return new Section("split", [new Statement("explain.split.words"), .. divided.Select(WeightsOf).DistinctBy(weights => weights.Facts[1].Value), new Grid("split", columns, rows)]);
    }

    // 1 : 1.1 : 1.32 where primary is the lowest stage.
    static Statement WeightsOf(StageQuantity school) => new("explain.split.weights",
        ("stages", new Several([.. school.Sharing.Select(stage => new Said("stage", stage.Filed.Stage))], " : ")),
        ("weights", string.Join(" : ", school.Sharing.Select(stage => new Number(stage.Weight).Text))));

    static string SumOf(StageQuantity school)
    {
        var parts = school.Sharing.Select(stage => stage.Filed.Amount is { } pupils ? Product(pupils, stage.Weight) : "?");
        var sum = string.Join(" + ", parts);
        return school.Sharing.All(stage => stage.Filed.Amount is not null) ? $"{sum} = {new Number(school.W).Text}" : sum;
    }

    static string Product(Rational pupils, Rational weight) => weight == 1 ? new Number(pupils).Text : $"{new Number(weight).Text}×{new Number(pupils).Text}";
}
