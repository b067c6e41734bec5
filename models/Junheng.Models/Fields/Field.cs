using Junheng.Models.Numbers;

namespace Junheng.Models.Fields;

/// <summary>One thing that is filed, under the name it has everywhere, in the unit it is judged in.</summary>
/// <param name="Unit">Unit of a quantity as stored (<c>人</c>, <c>m²</c>, <c>元</c>); empty for words.</param>
/// <param name="Choices">The closed list of a <see cref="FieldKind.Choice"/>; empty when the rule pack names them.</param>
/// <param name="ChoiceWords">Choice → the Chinese word that people file.</param>
/// <param name="Least">Smallest credible value; what lies below is a finding at ingest.</param>
/// <param name="Most">Largest credible value; no slip of 万元 may overflow a build.</param>
public sealed record Field(
    string Name,
    FieldKind Kind,
    string Zh,
    string En,
    string Unit = "",
    bool Required = false,
    bool Whole = false,
    IReadOnlyList<string>? Choices = null,
    Rational? Least = null,
    Rational? Most = null,
    IReadOnlyDictionary<string, string>? ChoiceWords = null)
{
    /// <summary>The word people know a choice by; the choice itself when the catalog names none.</summary>
    public string WordOf(string choice) => ChoiceWords?.GetValueOrDefault(choice) ?? choice;
}
