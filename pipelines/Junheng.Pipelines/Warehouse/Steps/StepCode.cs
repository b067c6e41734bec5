using System.Reflection;

namespace Junheng.Pipelines.Warehouse.Steps;

/// <summary>The version of the code that C# steps run: a hash of its source, taken when it was built.</summary>
internal static class StepCode
{
    public static string Version { get; } = typeof(StepCode).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == nameof(StepCode)).Value!;
}
