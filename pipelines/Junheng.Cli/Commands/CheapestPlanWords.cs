using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Planning.Cheapest;

namespace Junheng.Cli.Commands;

internal sealed record ToldPlan(CountyProblem Problem, CountyPlan Plan, Phasing Phasing, PlanEnrolment Enrolment, PlanConfirmation? Confirmation);

/// <summary>What is said of a cheapest plan, line by line: cost and bound, years, what conflicts, the judge, whose pupils it is for.</summary>
internal sealed class CheapestPlanWords(Terminal terminal, CheapestPlanWishes wishes, ToldPlan told)
{
    const decimal TenThousand = 10_000;
    const int MostUnfunded = 8;

    public bool Projected => told.Enrolment.Projected;

    public static string Money(decimal yuan) => (yuan / TenThousand).ToString("N2", CultureInfo.InvariantCulture);

    public IEnumerable<string> Lines()
    {
        var (problem, plan, phasing, _, confirmation) = told;
        if (plan.Outcome == PlanOutcome.NotFound)
        {
            yield return terminal.Texts["cheapest.not_found", ("bound", Money(plan.Bound))];
            foreach (var line in Enrolment()) yield return line;
            yield break;
        }

        yield return plan.Changes.Count == 0
            ? terminal.Texts["cheapest.nothing"]
            : terminal.Texts["cheapest.cost", ("cost", Money(plan.Cost)), ("bound", Money(plan.Bound)), ("gap", plan.Gap.ToString("P2", CultureInfo.InvariantCulture))];
        if (plan.LeftAtFloor.Count > 0) yield return terminal.Texts["cheapest.left", ("count", plan.LeftAtFloor.Count)];
        if (wishes.Yearly is { } yearly && plan.Outcome == PlanOutcome.Found)
        {
            yield return terminal.Texts["cheapest.budget", ("yearly", Money(yearly)), ("years", wishes.Target - wishes.First + 1)];
            for (var year = wishes.First; year <= wishes.Target; year++)
                yield return terminal.Texts["cheapest.year", ("year", year), ("cost", Money(Phasing.CostOf(problem, phasing.Years.Where(one => one.Year == year))))];
        }

        foreach (var line in Conflict()) yield return line;
        if (confirmation is not null)
        {
            yield return terminal.Texts[
                told.Enrolment.Projected ? "cheapest.judge_projected" : "cheapest.judge",
                ("resource", terminal.Texts["verdict." + confirmation.Resource]), ("coefficient", terminal.Texts["verdict." + confirmation.Coefficient]),
                ("target", wishes.Target), ("judged", wishes.Judged)];
        }

        foreach (var line in Enrolment()) yield return line;
        yield return terminal.Texts["cheapest.reading"];
    }

    IEnumerable<string> Enrolment() => told.Enrolment.Stages.Select(stage => terminal.Texts[
        stage.Kept.Length == 0 ? "cheapest.pupils_projected" : "cheapest.pupils_counted",
        ("stage", terminal.Texts["stage." + stage.Stage]), ("judged", wishes.Judged), ("target", wishes.Target),
        ("planned", Heads(stage.Planned)), ("counted", Heads(stage.Counted)), ("why", stage.Kept.Length == 0 ? "" : terminal.Texts["cheapest.kept." + stage.Kept])]);

    IEnumerable<string> Conflict()
    {
        if (told.Plan.Conflict is { } conflict)
        {
            yield return terminal.Texts[
                "cheapest.too_little", ("yearly", Money(wishes.Yearly!.Value)), ("years", wishes.Target - wishes.First + 1), ("all", Money(wishes.Budget!.Value)), ("short", Money(conflict.MoneyShort))];
            foreach (var (school, stage) in conflict.Schools) yield return "  " + terminal.Texts["cheapest.give_up_school", ("school", school), ("stage", terminal.Texts["stage." + stage])];
            foreach (var limit in conflict.Limits) yield return "  " + terminal.Texts["cheapest.give_up_limit", ("indicator", limit.Indicator), ("stage", terminal.Texts["stage." + limit.Stage])];
            foreach (var mean in conflict.Means) yield return "  " + terminal.Texts["cheapest.give_up_mean", ("stage", terminal.Texts["stage." + mean.Stage]), ("limit", mean.Limit.ToString("0.##", CultureInfo.InvariantCulture))];
        }
        else if (told.Phasing.Unfunded.Count > 0)
        {
            yield return terminal.Texts["cheapest.unfunded", ("short", Money(told.Phasing.MoneyShort))];
            foreach (var one in told.Phasing.Unfunded.Take(MostUnfunded))
            {
                var lever = told.Problem.Levers[one.Lever];
                yield return "  " + terminal.Texts[
                    one.OneIsTooDear ? "cheapest.unfunded_dear" : "cheapest.unfunded_units",
                    ("school", lever.School), ("stage", terminal.Texts["stage." + lever.Stage]), ("indicator", lever.Indicator), ("units", one.Units), ("price", Money(one.Cost / (decimal)one.Units))];
            }
        }
    }

    static string Heads(decimal pupils) => pupils.ToString("#,0", CultureInfo.InvariantCulture);
}
