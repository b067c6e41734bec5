using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Planning.Cheapest;

/// <summary>Something a county can add to: the teachers of one stage of a school, or the premises and equipment its stages share.</summary>
/// <param name="Stage"><c>all</c> where stages share it.</param>
/// <param name="Present">What the school has, in the natural unit of the indicator's shortfall: persons, m², yuan, rooms.</param>
/// <param name="Whole">Persons and rooms: the search itself counts in whole ones. Everything else is rounded up to a whole unit in the end.</param>
/// <param name="Price">Yuan for one unit more.</param>
/// <param name="Movable">Persons of a public school, who can be moved to another school of the stage.</param>
public sealed record Lever(string School, string Stage, string Indicator, Rational Present, bool Whole, decimal Price, bool Movable);

/// <summary>One indicator of one school-stage, as far as a lever can change it: value = <paramref name="PerUnit"/> · quantity.</summary>
/// <param name="Lever">Index of the lever behind it; stages that share premises have the same.</param>
/// <param name="Pupils">Its weight in the coefficient between schools.</param>
/// <param name="PerUnit">times · w / W: what one unit of the quantity adds to the value.</param>
/// <param name="Threshold">What it must reach; null where nothing is asked of it but evenness.</param>
/// <param name="Floor">What the one indicator left behind must still reach.</param>
public sealed record Standing(string School, string Stage, string Indicator, int Lever, Rational Pupils, Rational PerUnit, Rational? Threshold, Rational? Floor);

/// <summary>The largest coefficient of variation between the schools of a stage that passes.</summary>
public sealed record EvennessLimit(string Stage, string Indicator, decimal Limit);

/// <summary>The largest mean of a stage's coefficients that passes, where a pack limits that and not each of them.</summary>
public sealed record EvennessMean(string Stage, IReadOnlyList<string> Indicators, decimal Limit);

/// <summary>How many full-time teachers of a school-stage an indicator does not count: who leaves for another school, and is counted by other indicators only, must be one of them.</summary>
public sealed record UncountedTeachers(string School, string Stage, string Indicator, Rational Teachers)
{
    /// <summary>The field that all full-time teachers are filed under.</summary>
    public const string Field = "teachers";
}
