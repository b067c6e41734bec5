using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Applications;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>One blank of the form beside what we compute for it.</summary>
/// <param name="Stage">Of a school's row: its stage; else what the blank itself says.</param>
public sealed record ReviewedBlank(Declared Declared, Computed Computed, string School, string SchoolName, string Stage)
{
    public Outcome Outcome { get; init; } = OutcomeOf(Declared, Computed);

    /// <summary>The verdict that the declared figure would make another; null where it changes none.</summary>
    public VerdictChange? Change { get; init; }

    public bool IsCompared => Outcome is Outcome.Equal or Outcome.Rounding or Outcome.Differs;

    /// <summary>Ours as the form asks for it: in its unit, with its decimals; a verdict as its word; empty where it is not known.</summary>
    public string ComputedText => Computed.Word ?? (Computed.Number is null ? "" : Number.Rounded(InFormUnit(Computed.Number.Value), Declared.Asked.Decimals));

    /// <summary>As declared, a number without its separators, a word as the word of ours it stands for.</summary>
    public string DeclaredText => Declared.Word ?? (Declared.Number is { } number && !Declared.IsBlank ? Plain(number) : Declared.Text);

    /// <summary>Declared less ours, both as the form shows them; null where either is no number.</summary>
    public string? Difference => IsCompared && Declared.Number is { } declared && Computed.Number is { } ours
        ? Number.Rounded(declared - Rational.Parse(Number.Rounded(InFormUnit(ours), Declared.Asked.Decimals)), Declared.Asked.Decimals)
        : null;

    /// <summary>The declared number in our unit.</summary>
    public Rational? DeclaredInOurs => Declared.Number is { } number ? number * FormUnit.FactorOf(Declared.Asked) : null;

    Rational InFormUnit(Rational ours) => ours / FormUnit.FactorOf(Declared.Asked);

    static string Plain(Rational number) => number.FitsScale(12) ? Number.Rounded(number, 12).TrimEnd('0').TrimEnd('.') : number.ToString();

    static Outcome OutcomeOf(Declared declared, Computed computed)
    {
        if (declared.IsBlank) return Outcome.NotDeclared;
        if (declared.Asked.NotComputed is not null) return Outcome.NotComputed;
        if (declared.IsMalformed) return Outcome.Malformed;
        if (!computed.IsKnown) return Outcome.NotComputable;
        if (declared.Word is { } word) return word == computed.Word ? Outcome.Equal : Outcome.Differs;
        var places = declared.Asked.Decimals;
        var ours = computed.Number!.Value / FormUnit.FactorOf(declared.Asked);
        if (Number.Rounded(declared.Number!.Value, places) == Number.Rounded(ours, places)) return Outcome.Equal;
        // Cut off or rounded up, it lies less than one step of the last decimal away.
        var apart = declared.Number.Value - ours;
        var step = new Rational(1, System.Numerics.BigInteger.Pow(10, places));
        return declared.Number.Value.FitsScale(places) && apart < step && apart > default(Rational) - step ? Outcome.Rounding : Outcome.Differs;
    }
}

/// <summary>A verdict of ours, and what it would be with what was declared.</summary>
public sealed record VerdictChange(VerdictOf Of, string Ours, string WithDeclared);
