using System.Text.Json;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>The worker's answer: a body, or the fault instead of it.</summary>
public sealed record WorkerAnswer(JsonElement Body, FigureFault? Fault)
{
    internal static WorkerAnswer Failed(string code, string message, string fix) => new(default, new(code, message, fix));
}
