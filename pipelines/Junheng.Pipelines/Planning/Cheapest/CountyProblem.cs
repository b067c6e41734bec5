namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>What a county has, what it must reach, and what each step costs. Enrolment is given: what one can add is teachers, space, equipment, rooms.</summary>
/// <param name="MayStayBehind">How many indicators of a school-stage may stay between floor and threshold: <c>of − need</c> of the pack's school rule.</param>
public sealed record CountyProblem(
    IReadOnlyList<Lever> Levers,
    IReadOnlyList<Standing> Standings,
    IReadOnlyList<EvennessLimit> Limits,
    int MayStayBehind)
{
    public IReadOnlyList<UncountedTeachers> Uncounted { get; init; } = [];

    /// <summary>Limits on the mean of coefficients.</summary>
    public IReadOnlyList<EvennessMean> Means { get; init; } = [];

    /// <summary>The indicator that counts all full-time teachers, where a pack has one: whoever another counts is one of them. Without it whoever is added is added to them too.</summary>
    public string? AllTeachers { get; init; }

    /// <summary>What moving one teacher costs, in yuan. Of plans that cost the same, the one with fewer moves is taken.</summary>
    public decimal MovePrice { get; init; }

    /// <summary>All the money there is; null for as much as it takes.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The standings that one coefficient is computed from.</summary>
    public IEnumerable<Standing> Members(string stage, string indicator) => Standings.Where(standing => standing.Stage == stage && standing.Indicator == indicator);
}
