namespace Junheng.Pipelines.Publishing.Documents;

/// <summary>A figure as the document takes it in.</summary>
/// <param name="Alt">What one who cannot see it is told.</param>
public sealed record DrawnFigure(string Svg, byte[] Png, string Alt);
