namespace Junheng.Models.Plans;

/// <summary>A rule the document sets beside its tasks: for money, inspection, changes of the timetable, praise and blame.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Share">Of one; null where the rule has no share.</param>
/// <param name="Years">Years over which it is reckoned.</param>
/// <param name="By">Who has to reach the share: each school of its own budget, or the county as a whole.</param>
/// <param name="Published">Whether the result is to be published.</param>
public sealed record Clause(
    string Id, string Kind, Bilingual Name, decimal? Share, int? Years, string By, bool Published, IReadOnlyList<string> Quotes)
{
    public const string OnlyEarlier = "only_earlier";

    public static readonly IReadOnlyList<string> Kinds =
    [
        OnlyEarlier, "three_growths", "two_no_decreases", "pay_not_below", "training_share", "land_income_share", "money", "inspection", "support", "praise", "blame",
    ];
}
