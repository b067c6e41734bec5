namespace Junheng.Models.Rules;

/// <summary>
/// The rules one document sets, as data: indicators, thresholds, limits, split, scope. The engine knows none by name; a pack compiles to the
/// <c>rule</c> tables that the SQL models join.
/// </summary>
/// <param name="Official">False for a study pack, whose verdicts recognise nobody.</param>
/// <param name="SchoolRule">How many indicators a school needs; null yields no <c>school_verdict</c>.</param>
/// <param name="Split">Weights of the stages that share premises, by the lowest stage among them.</param>
/// <param name="Indicators">Those judged for each school-stage, with coefficients between schools.</param>
/// <param name="CountyIndicators">Those judged for the county, whatever they look at.</param>
public sealed record RulePack(
    string Id,
    Bilingual Title,
    bool Official,
    Bilingual Note,
    string Source,
    int? ValidFrom,
    int? ValidTo,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<SchoolType> SchoolTypes,
    SchoolRule? SchoolRule,
    IReadOnlyList<SplitWeight> Split,
    IReadOnlyList<ScopeRule> Scopes,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<CountyIndicator> CountyIndicators,
    IReadOnlyList<Veto> Vetoes)
{
    /// <summary>Relaxations for some schools and some years.</summary>
    public IReadOnlyList<DatedException> Exceptions { get; init; } = [];

    /// <summary>A limit on the mean of all coefficients; null where each has its own.</summary>
    public CompositeRule? Composite { get; init; }

    /// <summary>The pack whose rules it takes over, but for <see cref="Changes"/>; null for a pack of its own.</summary>
    public string? Extends { get; init; }

    /// <summary>What it says otherwise than the pack it extends; empty for a pack of its own.</summary>
    public IReadOnlyList<RuleChange> Changes { get; init; } = [];

    public IReadOnlyList<ResponsibleDepartment> Departments { get; init; } = [];
}

/// <summary>An open point of the method under a name, with its default; printed with every result.</summary>
/// <param name="BearsOn">The indicators, or <c>veto</c> or <c>plan</c>, that it can change; empty where it can change any.</param>
public sealed record Parameter(string Name, Bilingual Meaning, string Default, IReadOnlyList<string> Choices, IReadOnlyList<string> BearsOn);

/// <summary>A kind of school and the stages it has by its kind: such a school is expected to file each of them.</summary>
public sealed record SchoolType(string Name, Bilingual Title, IReadOnlyList<string> Stages);

/// <summary>A school passes with <paramref name="Need"/> of <paramref name="Of"/> indicators met and each other at least <paramref name="Floor"/> of its threshold.</summary>
public sealed record SchoolRule(int Of, int Need, decimal Floor, Citation Citation);

/// <summary>How much one pupil of a stage weighs in premises whose lowest stage is <paramref name="LowestStage"/> (clause: 1 : 1.1 : 1.32).</summary>
public sealed record SplitWeight(string LowestStage, string Stage, decimal Weight)
{
    /// <summary>In force only by this value of a parameter; it then stands in the place of the weight without one.</summary>
    public ParameterValue? OnlyIf { get; init; }
}

/// <summary>Puts schools out of an indicator. All conditions that are given must hold; the first rule that holds decides.</summary>
public sealed record ScopeRule(
    string Scope,
    string? SchoolType,
    string? Area,
    string? Founder,
    string? Boarding,
    string? Village,
    decimal? PupilsBelow,
    decimal? PupilsAtLeast,
    Bilingual Reason,
    Citation Citation)
{
    /// <summary>Whether the school says that it has all the grades of its stages: <c>yes</c> or <c>no</c>.</summary>
    public string? GradesComplete { get; init; }

    /// <summary>In force only by this value of a parameter.</summary>
    public ParameterValue? OnlyIf { get; init; }
}

/// <summary>Where a rule stands and how sure we are of it: <c>seed</c>, <c>published</c>, <c>second-hand</c>, <c>inferred</c>.</summary>
public sealed record Citation(string Clause, string Source, string Certainty);
