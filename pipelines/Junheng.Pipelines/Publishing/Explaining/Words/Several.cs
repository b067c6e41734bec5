namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>Values said one after the other.</summary>
public sealed record Several(IReadOnlyList<object?> Values, string Between = ", ");
