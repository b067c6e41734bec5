namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>Arguments of an explain command: to be copied, so never broken over two lines.</summary>
public sealed record AskOn(string Arguments);
