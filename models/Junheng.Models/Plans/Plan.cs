namespace Junheng.Models.Plans;

/// <summary>
/// One document that says until when counties reach the standard and what is to be done for it, as data. Every line carries the words of the document it rests on.
/// </summary>
/// <param name="Level">Whose document it is: <c>city</c>, with several counties under it, or <c>county</c>.</param>
/// <param name="IssuedOn">Null where the document bears no date: then nothing can be said to lie before it.</param>
/// <param name="Replaces">The plan this one is a new version of.</param>
/// <param name="Headings">Headings of the document, as printed.</param>
/// <param name="Besides">What the document holds that is no line of the plan, so that a reader sees nothing was passed over unnoticed.</param>
public sealed record Plan(
    string Id,
    Bilingual Title,
    Bilingual Issuer,
    string Level,
    bool Synthetic,
    string? DocumentNumber,
    DateOnly? IssuedOn,
    Bilingual Note,
    string Source,
    string? Replaces,
    IReadOnlyList<Department> Departments,
    IReadOnlyList<PlanCounty> Counties,
    IReadOnlyList<Phase> Phases,
    IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<string> Headings,
    IReadOnlyList<Passage> Besides)
{
    public IEnumerable<PlanTask> Tasks => Duties.SelectMany(duty => duty.Tasks);

    /// <summary>Every quotation of every line.</summary>
    public IEnumerable<string> Quotes =>
    [
        .. Counties.SelectMany(county => county.Quotes),
        .. Phases.SelectMany(phase => phase.Quotes),
        .. Milestones.SelectMany(milestone => milestone.Quotes),
        .. Duties.SelectMany(duty => duty.Quotes),
        .. Tasks.SelectMany(task => task.Quotes),
        .. Clauses.SelectMany(clause => clause.Quotes),
    ];
}

/// <summary>An office as the plan calls it.</summary>
/// <param name="Short">How the document writes it where it leaves out the place, such as 财政局 for 县财政局.</param>
public sealed record Department(string Name, string En, string Short);

/// <summary>A stretch of the document, from its first words to its last, and what it is: a letter of issue, an aim, a list of members.</summary>
public sealed record Passage(Bilingual What, string From, string To);
