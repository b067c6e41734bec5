namespace Junheng.Models;

/// <summary>What is said of an indicator, a school or a county. Missing is never zero and never a pass.</summary>
public enum Verdict
{
    Met,
    NotMet,

    /// <summary>An input is missing or faulty; a reason stands beside it.</summary>
    Unknown,

    /// <summary>Positively filed or registered as having no such thing; neither helps nor blocks, and is listed.</summary>
    NotApplicable,
}

public static class VerdictText
{
    /// <summary>The word that stands in tables: <c>met</c>, <c>not_met</c>, <c>unknown</c>, <c>not_applicable</c>.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not_met",
        Verdict.NotApplicable => "not_applicable",
        _ => "unknown",
    };
}
