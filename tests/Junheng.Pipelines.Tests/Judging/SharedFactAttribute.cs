using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A fact on data that stays outside the project. Without the data it is skipped and says so; where <c>CI</c> is set it is run all the same, and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        var there = SharedData.Find() is { } folder && File.Exists(Path.Combine(folder, path));
        if (!there && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            Skip = $"{path} is not here: set {SharedData.Variable}, or put the shared data beside the checkout as ../shared.";
    }
}
