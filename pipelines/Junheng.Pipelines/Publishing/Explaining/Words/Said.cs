namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>A word of ours that has a text in each language, such as a verdict or a flag. A word without one, from a rule pack of tomorrow, says itself.</summary>
/// <param name="Family">Its texts' keys begin with <c>explain.{Family}.</c></param>
public sealed record Said(string Family, string Word)
{
    public string Key => $"explain.{Family}.{Word}";
}
