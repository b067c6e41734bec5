using Junheng.Models.Findings;
using Junheng.Models.Plans;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>A plan a source names, and its text as written.</summary>
public sealed record NamedPlan(Plan Plan, string Name, string Text);

/// <summary>The plans of a source: none, one, or several versions of one.</summary>
public static class PlanFiles
{
    public static IReadOnlyList<NamedPlan> Read(Source source, FindingList findings)
    {
        var plans = new List<NamedPlan>();
        foreach (var said in source.Plans)
        {
            if (NamedFile.Find(said, source.Folder, ShippedContent.Plans, source.Places["plan"], "SRC-NO-PLAN", findings) is not { } file) continue;
            if (PlanReader.Read(file.Path, file.Name, findings) is not { } plan) continue;
            if (plans.Exists(other => other.Plan.Id == plan.Id)) findings.Add(Finding.Error("PLAN-ID-TWICE", source.Places["plan"], plan.Id));
            plans.Add(new NamedPlan(plan, file.Name, File.ReadAllText(file.Path)));
        }

        return plans;
    }
}
