namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>Why a figure was not drawn, and what mends it. Expected, so a value.</summary>
public sealed record FigureFault(string Code, string Message, string Fix);
