namespace Junheng.Pipelines.Synthesis;

/// <param name="Path">Relative to the folder of the sample, with forward slashes.</param>
sealed record SynthesisFile(string Path, string Text);
