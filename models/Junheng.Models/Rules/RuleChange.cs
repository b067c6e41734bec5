namespace Junheng.Models.Rules;

/// <summary>What a local pack says about one rule of the pack it extends: otherwise, in addition, or the same in its own words.</summary>
/// <param name="Base">The pack it extends.</param>
/// <param name="Kind"><c>changed</c>, <c>unknown</c> (asked for without a number), <c>added</c> or <c>confirmed</c> (the same value, quoted).</param>
/// <param name="Indicator">Empty where the rule is of no single indicator.</param>
/// <param name="Stage">The stage, or the kind of school, it is said for; empty for all.</param>
/// <param name="What">Which setting: <c>threshold</c>, <c>threshold_by_type</c>, <c>limit</c>, <c>parameter.…</c>, <c>split.…</c>, <c>school_rule.…</c>, <c>indicator</c>, <c>part</c>.</param>
public sealed record RuleChange(
    string Base, string Kind, string Indicator, string Part, string Stage, string What, string? BaseValue, string? LocalValue, Bilingual Note, Citation Citation)
{
    /// <summary>Stages of one setting are one rule.</summary>
    public (string, string, string) Rule => (Indicator, Part, What);
}

/// <summary>Who answers for an indicator, as a document lists it.</summary>
/// <param name="Position">Its place in the list.</param>
/// <param name="Role"><c>lead</c> (牵头), <c>with</c> (配合), or <c>listed</c> where the document says no role.</param>
public sealed record ResponsibleDepartment(string Indicator, int Position, string Name, string Role, Citation Citation);
