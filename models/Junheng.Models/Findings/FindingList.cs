using System.Collections;

namespace Junheng.Models.Findings;

/// <summary>All findings of one pass, in the order they were met. Nothing stops at the first.</summary>
public sealed class FindingList : IReadOnlyList<Finding>
{
    readonly List<Finding> findings = [];
    readonly HashSet<(Severity, string, Place, string)> told = [];

    public int Count => findings.Count;

    public Finding this[int index] => findings[index];

    public int Errors { get; private set; }

    public bool HasErrors => Errors > 0;

    /// <summary>One thing at one place is told once, though a row may be read for several datasets.</summary>
    public void Add(Finding finding)
    {
        if (!told.Add((finding.Severity, finding.Code, finding.Place, finding.Value))) return;
        findings.Add(finding);
        if (finding.Severity == Severity.Error) Errors++;
    }

    public void AddRange(IEnumerable<Finding> more)
    {
        foreach (var finding in more) Add(finding);
    }

    public IEnumerator<Finding> GetEnumerator() => findings.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
