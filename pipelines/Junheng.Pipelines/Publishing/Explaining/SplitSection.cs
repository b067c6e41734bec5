using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>How what a whole school has is divided among its stages, with the numbers in it: W = Σ w·P, and a stage counts w·P·R/W.</summary>
static class SplitSection
{
    public static IEnumerable<Section> Of(IEnumerable<StageQuantity> schools)
    {
        var divided = schools.Where(school => school.Divided).ToList();
        if (divided.Count == 0) yield break;
        var rows = divided.Select(IReadOnlyList<object?> (school) =>
        [
            school.School,
            new Several([.. school.Sharing.Select(stage => new Said("stage", stage.Filed.Stage))], " : "),
            string.Join(" : ", school.Sharing.Select(stage => new Number(stage.Weight).Text)),
            SumOf(school),
            new Number(school.Weight),
            school.Computable ? new Number(school.R) : null,
            school.Computable ? new Number(school.X, 3) : null,
        ]).ToList();
        yield return new Section("split",
        [
            new Statement("explain.split.words"),
            new Grid("split", ["school_code", "stages", "weights", "weighted", "w", "r", "x_part"], rows),
        ]);
    }

    static string SumOf(StageQuantity school)
    {
        var parts = school.Sharing.Select(stage => stage.Filed.Amount is { } pupils ? Product(pupils, stage.Weight) : "?");
        var sum = string.Join(" + ", parts);
        return school.Sharing.All(stage => stage.Filed.Amount is not null) ? $"{sum} = {new Number(school.W).Text}" : sum;
    }

    static string Product(Rational pupils, Rational weight) => weight == 1 ? new Number(pupils).Text : $"{new Number(weight).Text}×{new Number(pupils).Text}";
}
