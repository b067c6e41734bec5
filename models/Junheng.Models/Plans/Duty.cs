namespace Junheng.Models.Plans;

/// <summary>A numbered line of the document with the offices that answer for it, and the single acts it asks for.</summary>
/// <param name="Id">Follows the document's own numbering.</param>
/// <param name="Section">Where it stands, as printed.</param>
/// <param name="Indicator">The national indicator it is about; null for most.</param>
/// <param name="Quotes">The words that name the offices; empty where none are named.</param>
public sealed record Duty(
    string Id,
    string Section,
    Bilingual Name,
    string? Indicator,
    IReadOnlyList<Responsible> Responsible,
    IReadOnlyList<PlanTask> Tasks,
    IReadOnlyList<string> Quotes);

/// <summary>An office and its part: it leads, works with the one that leads, or is listed where the document names no lead.</summary>
public sealed record Responsible(string Department, string Role)
{
    public const string Lead = "lead";
    public const string With = "with";
    public const string Listed = "listed";
}

/// <summary>One act that can be done, or not, on its own.</summary>
/// <param name="By">Who does it: the <c>city</c>, each <c>county</c> or each <c>school</c>.</param>
/// <param name="Comparison"><c>exactly</c>, <c>at_least</c> (不少于, 以上), <c>at_most</c> (不超过), <c>below</c> (低于).</param>
/// <param name="Places">Where it is done, where the document says so.</param>
/// <param name="PeriodYears">A number of years the document gives without saying when they begin: no date follows from it.</param>
public sealed record PlanTask(
    string Id,
    Bilingual Name,
    string By,
    string? Phase,
    decimal? Quantity,
    string? Comparison,
    Bilingual? Unit,
    IReadOnlyList<string> Places,
    int? PeriodYears,
    Due? Due,
    IReadOnlyList<string> Quotes);

/// <summary>When a task is due.</summary>
/// <param name="Every"><c>once</c>, every <c>year</c>, or in each county's own <c>target_year</c>.</param>
/// <param name="On">The day, of what is due once.</param>
/// <param name="Month">Of what recurs; the end of the year where the document gives none.</param>
public sealed record Due(string Every, PlanDay? On, int? Month, int? Day)
{
    public const string Once = "once";
    public const string Year = "year";
    public const string TargetYear = "target_year";
}
