namespace Junheng.Pipelines.Synthesis;

/// <summary>What came of writing a sample: the files written, or why none was.</summary>
/// <param name="Files">Their full paths, in ordinal order of the relative ones; empty if refused.</param>
public sealed record SynthesisOutcome(IReadOnlyList<string> Files, SynthesisRefusal Refusal = SynthesisRefusal.None)
{
    public bool IsWritten => Refusal == SynthesisRefusal.None;
}

public enum SynthesisRefusal
{
    None,

    /// <summary>The folder holds something that is no earlier sample of ours. Nothing was touched.</summary>
    FolderNotEmpty,

    /// <summary>There is a file where the folder should be.</summary>
    NotAFolder,
}
