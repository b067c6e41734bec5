using System.Globalization;
using Junheng.Models.Rules;

namespace Junheng.Pipelines.Warehouse.Rules;

/// <summary>What of a pack is in force by the values of its parameters.</summary>
internal sealed class ChosenRules(RulePack pack, ParameterSettings settings)
{
    public IEnumerable<ScopeRule> Scopes => pack.Scopes.Where(rule => InForce(rule.OnlyIf));

    /// <summary>Weights, those chosen by a parameter in the place of the others of the same lowest stage.</summary>
    public IEnumerable<SplitWeight> Split => pack.Split.Where(weight => InForce(weight.OnlyIf)).GroupBy(weight => weight.LowestStage)
        .SelectMany(weights => weights.Any(weight => weight.OnlyIf is not null) ? weights.Where(weight => weight.OnlyIf is not null) : weights);

    /// <summary>
    /// The number a value is held against. When values are rounded before the test, half up to d decimals, a value passes «at least t» exactly when it is not less than
    /// (⌈t·10^d⌉ − ½)/10^d; so the threshold moves and no value needs rounding.
    /// </summary>
    public string? AtLeast(decimal? threshold, int? decimals)
    {
        if (threshold is not { } number || decimals is not { } places || !RoundsFirst) return Text(threshold);
        var scale = Scale(places);
        return Text((decimal.Ceiling(number * scale) - 0.5m) / scale);
    }

    /// <summary>As <see cref="AtLeast"/> for «at most»: below (⌊t·10^d⌋ + ½)/10^d, that number itself not included.</summary>
    public string? AtMost(decimal? threshold, int? decimals)
    {
        if (threshold is not { } number || decimals is not { } places || !RoundsFirst) return Text(threshold);
        var scale = Scale(places);
        return Text((decimal.Floor(number * scale) + 0.5m) / scale);
    }

    /// <summary>Decimals to show a value with; null shows it as it was computed.</summary>
    public string? Shown(int? decimals) => settings["display_rounding"] == "none" ? null : decimals?.ToString(CultureInfo.InvariantCulture);

    bool RoundsFirst => settings["rounding"] == "before";

    bool InForce(ParameterValue? onlyIf) => onlyIf is null || settings[onlyIf.Name] == onlyIf.Value;

    static decimal Scale(int places) => Enumerable.Repeat(10m, places).Aggregate(1m, (scale, ten) => scale * ten);

    static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
