namespace Junheng.Models.Findings;

/// <summary>How much a <see cref="Finding"/> matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Note,

    /// <summary>Odd or declared dirt; the run goes on and exits 0.</summary>
    Warning,

    /// <summary>The data is wrong: exit 1 and no new snapshot, unless a partial one is accepted.</summary>
    Error,
}
