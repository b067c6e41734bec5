using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Steps;

/// <summary>One node of the build: reads declared tables and writes others. An SQL model or a named C# step; both are pure functions of what they declare.</summary>
public interface IStep
{
    string Name { get; }

    /// <summary>Tables it reads, each made by another step.</summary>
    IReadOnlyList<string> Inputs { get; }

    /// <summary>Tables it writes.</summary>
    IReadOnlyList<TableDocument> Outputs { get; }

    /// <summary>Everything else its result depends on: SQL text, code version, parameters, files by hash.</summary>
    string Identity { get; }

    void Run(StepContext context);
}
