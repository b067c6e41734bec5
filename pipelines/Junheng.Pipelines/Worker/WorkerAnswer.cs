using System.Text.Json;

namespace Junheng.Pipelines.Worker;

/// <summary>The worker's answer: a body, or the fault instead of it.</summary>
public sealed record WorkerAnswer(JsonElement Body, WorkerFault? Fault)
{
    internal static WorkerAnswer Failed(string code, string message, string fix) => new(default, new(code, message, fix));
}
