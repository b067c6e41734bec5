namespace Junheng.Pipelines.Synthesis;

/// <summary>How enrolment changes in a county, in permille a year from 2020 on, by area.</summary>
sealed record RollTrend(IReadOnlyList<int> Urban, IReadOnlyList<int> Town, IReadOnlyList<int> Rural)
{
    public int In(Area area, int year) => (area switch
    {
        Area.Urban => Urban,
        Area.Town => Town,
        _ => Rural,
    })[year - Years.First - 1];
}
