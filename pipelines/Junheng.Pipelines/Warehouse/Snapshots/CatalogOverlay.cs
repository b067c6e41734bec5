using Junheng.Models.Rules;

namespace Junheng.Pipelines.Warehouse.Snapshots;

/// <summary>How a local pack differs from its base, in numbers; <c>rule_change</c> says it rule by rule.</summary>
/// <param name="Base">The pack it extends; of a chain the nearest.</param>
/// <param name="Changed">Rules with another value, those without a number among them.</param>
/// <param name="Unknown">Rules it asks for without a number.</param>
/// <param name="Added">Items and parts the base does not have.</param>
/// <param name="Confirmed">Rules of the same value, quoted in its own words.</param>
/// <param name="Departments">Indicators with responsible departments.</param>
public sealed record CatalogOverlay(string Base, int Changed, int Unknown, int Added, int Confirmed, int Departments)
{
    public static CatalogOverlay? Of(RulePack pack)
    {
        if (pack.Extends is not { } basis) return null;
        return new CatalogOverlay(basis, Rules("changed", "unknown"), Rules("unknown"), Rules("added"), Rules("confirmed"), pack.Departments.Select(one => one.Indicator).Distinct().Count());

        int Rules(params string[] kinds) => pack.Changes.Where(change => kinds.Contains(change.Kind, StringComparer.Ordinal)).Select(change => change.Rule).Distinct().Count();
    }
}
