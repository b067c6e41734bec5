using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Judging;

/// <summary>
/// The step <c>composite_ties</c>: means of coefficients that lie within a millionth of their limit, decided exactly. Σ CV against n·L, each CV the root of a fraction
/// computed from the quantities as filed.
/// </summary>
public sealed class CompositeTies(TableDocument document) : IStep
{
    static readonly TieMembers Members = new("""
        select coefficient_base.year, coefficient_base.county_code, coefficient_base.stage, coefficient_base.indicator, composite_base.composite_limit as limit_value
        from composite_base
        join coefficient_base
            on coefficient_base.year = composite_base.year and coefficient_base.county_code = composite_base.county_code and coefficient_base.stage = composite_base.stage
        where composite_base.at_limit
        """);

    public string Name => document.Name;

    public IReadOnlyList<string> Inputs => ["composite_base", "coefficient_base", .. TieMembers.Inputs];

    public IReadOnlyList<TableDocument> Outputs => [document];

    public string Identity => StepCode.Version + Members.Sql;

    public void Run(StepContext context) => context.Write(document, Decide(Members.Read(context)));

    static IEnumerable<string?[]> Decide(IEnumerable<TieMember> members) => members
        .GroupBy(member => (member.Year, member.County, member.Stage))
        .Select(group =>
        {
            var squares = group.GroupBy(member => member.Indicator).Select(TieMember.Squared).ToList();
            var side = SumOfRoots.CompareTo(squares, group.First().Limit * squares.Count);
            return new[]
            {
                group.Key.Year.ToString(CultureInfo.InvariantCulture), group.Key.County, group.Key.Stage,
                side switch { < 0 => "below", 0 => "equal", _ => "above" },
            };
        });
}
