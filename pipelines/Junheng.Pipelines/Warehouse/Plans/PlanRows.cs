using System.Globalization;
using Junheng.Models.Plans;

namespace Junheng.Pipelines.Warehouse.Plans;

/// <summary>The rows of the <c>plan</c> tables.</summary>
internal static class PlanRows
{
    public static string?[] Head(Plan plan, DateOnly asOf) =>
    [
        plan.Id, plan.Title.Zh, plan.Title.En, plan.Issuer.Zh, plan.Issuer.En, plan.Level, Text(plan.Synthetic), plan.DocumentNumber, Text(plan.IssuedOn),
        Text(asOf), plan.Replaces, plan.Note.Zh, plan.Note.En, plan.Source,
    ];

    public static IEnumerable<string?[]> Targets(Plan plan) => plan.Counties.Select((county, index) => new[]
    {
        plan.Id, county.Code, Text(index + 1), county.Name.Zh, county.Name.En, county.HostCounty,
        Text(county.Standard?.By?.Last.Year), Text(county.Standard?.By?.Last), county.Standard?.Strength,
        Text(county.Recognition?.By?.Last.Year), Text(county.Recognition?.By?.Last), county.Recognition?.Level, county.Recognition?.Strength,
        Quote(county.Quotes),
    });

    public static IEnumerable<string?[]> Phases(Plan plan) => plan.Phases.Select((phase, index) => new[]
    {
        plan.Id, phase.Id, Text(index + 1), phase.Name.Zh, phase.Name.En, Text(phase.From?.First), Text(phase.To?.Last), phase.To?.Precision, Quote(phase.Quotes),
    });

    public static IEnumerable<string?[]> Milestones(Plan plan, bool withUnits)
    {
        var counted = plan.Counties.Where(county => withUnits || county.HostCounty is null).ToList();
        return plan.Milestones.Select((milestone, index) => new[]
        {
            plan.Id, milestone.Id, Text(index + 1), milestone.Name.Zh, milestone.Name.En, Text(milestone.By.Last), milestone.By.Precision,
            Text(milestone.Share), Text(counted.Count), Text((int)Math.Ceiling(milestone.Share * counted.Count)),
            Text(counted.Count(county => county.Day is { } day && day.Last <= milestone.By.Last)), Quote(milestone.Quotes),
        });
    }

    public static IEnumerable<string?[]> Duties(Plan plan) => plan.Duties.Select((duty, index) => new[]
    {
        plan.Id, duty.Id, Text(index + 1), duty.Section, duty.Name.Zh, duty.Name.En, duty.Indicator, Text(duty.Tasks.Count), Quote(duty.Quotes),
    });

    public static IEnumerable<string?[]> Departments(Plan plan)
    {
        var english = plan.Departments.ToDictionary(department => department.Name, department => department.En, StringComparer.Ordinal);
        return plan.Duties.SelectMany(duty => duty.Responsible.Select((one, index) => new[]
        {
            plan.Id, duty.Id, one.Department, english[one.Department], one.Role, Text(index + 1), Quote(duty.Quotes),
        }));
    }

    public static IEnumerable<string?[]> Tasks(Plan plan) => plan.Duties.SelectMany(duty => duty.Tasks.Select(task => (duty, task))).Select((one, index) => new[]
    {
        plan.Id, one.task.Id, Text(index + 1), one.duty.Id, one.task.Phase, one.task.Name.Zh, one.task.Name.En, one.task.By,
        Text(one.task.Quantity), one.task.Comparison, one.task.Unit?.Zh, one.task.Unit?.En, Places(one.task), Text(one.task.PeriodYears),
        one.task.Due?.Every, Text(one.task.Due?.On?.Last), Text(one.task.Due?.Month), Text(one.task.Due?.Day),
        PrecisionOf(one.task.Due), Quote(one.task.Quotes),
    });

    public static IEnumerable<string?[]> Clauses(Plan plan) => plan.Clauses.Select((clause, index) => new[]
    {
        plan.Id, clause.Id, Text(index + 1), clause.Kind, clause.Name.Zh, clause.Name.En, Text(clause.Share), Text(clause.Years), clause.By, Text(clause.Published), Quote(clause.Quotes),
    });

    // How exactly the document gives the date; the last day of the rest is our reading.
    static string? PrecisionOf(Due? due) => due switch
    {
        null => null,
        { On: { } on } => on.Precision,
        { Day: not null } => "day",
        { Month: not null } => "month",
        _ => "year",
    };

    static string? Places(PlanTask task) => task.Places.Count == 0 ? null : string.Join("、", task.Places);

    static string Quote(IEnumerable<string> quotes) => string.Join(" … ", quotes);

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    static string Text(bool flag) => flag ? "true" : "false";
}
