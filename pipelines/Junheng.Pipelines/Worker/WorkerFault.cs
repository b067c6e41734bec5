namespace Junheng.Pipelines.Worker;

/// <summary>Why an ask has no answer, and what mends it. Expected, so a value.</summary>
public sealed record WorkerFault(string Code, string Message, string Fix);
