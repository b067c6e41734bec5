namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>A figure in each format that was asked for, not yet written.</summary>
sealed record FigureFiles(IReadOnlyList<(string Extension, byte[] Content)> Files, IReadOnlyList<string> Warnings, IReadOnlyList<FigureFault> Faults)
{
    public byte[] Of(string extension) => Files.Single(file => string.Equals(file.Extension, extension, StringComparison.Ordinal)).Content;
}
