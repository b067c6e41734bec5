namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>The page a document is set on. A template says which in a comment: <c>&lt;!-- layout: card --&gt;</c>.</summary>
public enum DocumentLayout
{
    /// <summary>GB/T 9704: 22 lines of 28 characters in 三号.</summary>
    Official,

    /// <summary>Small type and narrow margins, for a sheet that is pinned to a wall.</summary>
    Sheet,

    /// <summary>As a sheet, and one page exactly: what does not fit is refused.</summary>
    Card,
}
