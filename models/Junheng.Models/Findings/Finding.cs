namespace Junheng.Models.Findings;

/// <summary>
/// Something a person should know about what was filed: where it stands, what it is and, through its code, how to mend it.
/// Expected problems are findings; exceptions are bugs.
/// </summary>
/// <param name="Code">Key of the texts that say what it is and how to mend it, such as <c>CELL-NOT-NUMBER</c>.</param>
/// <param name="Place">File, sheet, row and column.</param>
/// <param name="Value">The text that stands there; empty where none does.</param>
/// <param name="Facts">What the texts name besides: the field, the rule, the nearest match.</param>
public sealed record Finding(
    Severity Severity,
    string Code,
    Place Place,
    string Value,
    IReadOnlyDictionary<string, string> Facts)
{
    public static Finding Error(string code, Place place, string value = "", params (string Name, string Text)[] facts) =>
        Of(Severity.Error, code, place, value, facts);

    public static Finding Warning(string code, Place place, string value = "", params (string Name, string Text)[] facts) =>
        Of(Severity.Warning, code, place, value, facts);

    public static Finding Note(string code, Place place, string value = "", params (string Name, string Text)[] facts) =>
        Of(Severity.Note, code, place, value, facts);

    public static Finding Of(
        Severity severity, string code, Place place, string value, params (string Name, string Text)[] facts) =>
        new(severity, code, place, value, facts.ToDictionary(fact => fact.Name, fact => fact.Text, StringComparer.Ordinal));
}
