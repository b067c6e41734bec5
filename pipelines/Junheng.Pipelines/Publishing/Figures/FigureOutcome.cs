namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>What became of one figure: files, or the faults that kept it from being drawn.</summary>
public sealed record FigureOutcome(string Id, IReadOnlyList<string> Files, IReadOnlyList<string> Warnings, IReadOnlyList<FigureFault> Faults)
{
    public bool Drawn => Faults.Count == 0;

    internal static FigureOutcome Refused(Figure figure, params IReadOnlyList<FigureFault> faults) => new(figure.Id, [], [], faults);
}
