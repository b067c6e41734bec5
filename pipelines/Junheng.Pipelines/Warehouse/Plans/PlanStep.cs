using Junheng.Models.Plans;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Rules;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Plans;

/// <summary>Compiles the plans of a source into the <c>plan</c> tables that the SQL models join; without a plan they are empty.</summary>
/// <param name="asOf">The date that stands for today.</param>
public sealed class PlanStep(
    IReadOnlyList<NamedPlan> plans, DateOnly asOf, ParameterSettings settings, IReadOnlyDictionary<string, TableDocument> documents) : IStep
{
    static readonly string[] Tables =
        ["plan", "plan_target", "plan_phase", "plan_milestone", "plan_duty", "plan_department", "plan_task", "plan_clause"];

    public string Name => "plans";

    public IReadOnlyList<string> Inputs => [];

    public IReadOnlyList<TableDocument> Outputs => Tables.Select(table => documents[table]).ToList();

    public string Identity => string.Join('\n', [StepCode.Version, .. plans.Select(plan => $"{asOf:O} {Denominator}\n{plan.Text}")]);

    string Denominator => settings[PlanParameters.MilestoneDenominator] ?? "";

    public void Run(StepContext context)
    {
        Write("plan", plan => [PlanRows.Head(plan, asOf)]);
        Write("plan_target", PlanRows.Targets);
        Write("plan_phase", PlanRows.Phases);
        Write("plan_milestone", plan => PlanRows.Milestones(plan, withUnits: Denominator == PlanParameters.Units));
        Write("plan_duty", PlanRows.Duties);
        Write("plan_department", PlanRows.Departments);
        Write("plan_task", PlanRows.Tasks);
        Write("plan_clause", PlanRows.Clauses);

        void Write(string table, Func<Plan, IEnumerable<string?[]>> rows) =>
            context.Write(documents[table], plans.SelectMany(plan => rows(plan.Plan)));
    }
}
