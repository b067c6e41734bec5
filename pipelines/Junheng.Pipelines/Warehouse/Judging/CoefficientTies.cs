using System.Globalization;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Judging;

/// <summary>
/// The step <c>coefficient_ties</c>: coefficients that lie within 1e-9·L² of their limit, decided exactly. CV² = ΣP·Σ(X²/P)/(ΣX)² − 1 is computed in rationals from
/// the quantities as filed, before any division among stages, and compared with L².
/// </summary>
public sealed class CoefficientTies(TableDocument document) : IStep
{
    static readonly TieMembers Members = new("select year, county_code, stage, indicator, cv_limit_tested as limit_value from coefficient_base where at_limit");

    public string Name => document.Name;

    public IReadOnlyList<string> Inputs => ["coefficient_base", .. TieMembers.Inputs];

    public IReadOnlyList<TableDocument> Outputs => [document];

    public string Identity => StepCode.Version + Members.Sql;

    public void Run(StepContext context) => context.Write(document, Decide(Members.Read(context)));

    /// <summary>Which side of the limit each group lies on, exactly.</summary>
    static IEnumerable<string?[]> Decide(IEnumerable<TieMember> members) => members
        .GroupBy(member => (member.Year, member.County, member.Stage, member.Indicator))
        .Select(group =>
        {
            var limit = group.First().Limit;
            var side = TieMember.Squared(group).CompareTo(limit * limit);
            return new[]
            {
                group.Key.Year.ToString(CultureInfo.InvariantCulture), group.Key.County, group.Key.Stage, group.Key.Indicator,
                side switch { < 0 => "below", 0 => "equal", _ => "above" },
            };
        });
}
