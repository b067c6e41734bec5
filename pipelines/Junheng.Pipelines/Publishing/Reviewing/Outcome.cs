namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>What came of setting a declared figure against ours.</summary>
public enum Outcome
{
    Equal,

    /// <summary>The same but for how it was rounded.</summary>
    Rounding,

    Differs,

    NotDeclared,

    /// <summary>Ours is not known: something is missing or faulty, or does not apply.</summary>
    NotComputable,

    /// <summary>The form asks for what is not filed with us.</summary>
    NotComputed,

    /// <summary>What stands there cannot be read; a finding says why.</summary>
    Malformed,
}

public static class OutcomeText
{
    public static string Word(this Outcome outcome) => outcome switch
    {
        Outcome.Equal => "equal",
        Outcome.Rounding => "rounding",
        Outcome.Differs => "differs",
        Outcome.NotDeclared => "not_declared",
        Outcome.NotComputable => "not_computable",
        Outcome.NotComputed => "not_computed",
        _ => "malformed",
    };
}
