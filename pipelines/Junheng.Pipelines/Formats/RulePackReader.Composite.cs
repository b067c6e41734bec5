using Junheng.Models.Rules;

namespace Junheng.Pipelines.Formats;

/// <summary>The limit on the mean of all coefficients.</summary>
public sealed partial class RulePackReader
{
    CompositeRule? Composite()
    {
        if (root.MapOrNull("composite") is not { } map) return null;
        var limits = ByStage(map);
        if (limits.Count == 0) map.Report("YAML-MISSING-KEY", Stages.Compulsory[0], "", ("key", Stages.Compulsory[0]));
        var rule = new CompositeRule(limits, CitationOf(map));
        map.Done();
        return rule;
    }
}
