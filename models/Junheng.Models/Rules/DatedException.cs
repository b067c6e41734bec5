namespace Junheng.Models.Rules;

/// <summary>A relaxation that some schools have for some years. It changes the verdict it names and nothing else.</summary>
/// <param name="Relaxes">Thresholds that are easier, for indicators that look at the school as a whole.</param>
/// <param name="Adds">By stage, quantities that may be counted with the numerator.</param>
/// <param name="ValidTo">The last year for which the text gives it.</param>
public sealed record DatedException(
    string Id,
    Bilingual Name,
    string Indicator,
    ExceptionCondition When,
    IReadOnlyList<Relaxation> Relaxes,
    IReadOnlyDictionary<string, IReadOnlyList<Term>> Adds,
    int ValidFrom,
    int ValidTo,
    Citation Citation);

/// <summary>What a school must be. All that is given must hold, and what nobody filed does not hold.</summary>
/// <param name="BuiltBy">The last year in which it was built.</param>
/// <param name="LargestClassBelow">Every class of its compulsory stages is smaller.</param>
/// <param name="MigrantShareOver">Percent of its pupils whose parents are migrant workers.</param>
public sealed record ExceptionCondition(
    string? Area,
    decimal? PupilsAtLeast,
    decimal? PupilsBelow,
    int? BuiltBy,
    decimal? LargestClassBelow,
    decimal? MigrantShareOver,
    string? InnerCity);

/// <summary>The threshold of one part for one kind of school.</summary>
public sealed record Relaxation(string Part, string SchoolType, decimal Threshold);

/// <summary>A value of a parameter without which a rule is not in force.</summary>
public sealed record ParameterValue(string Name, string Value);
