using System.Security.Cryptography;
using System.Text;

namespace Junheng.Pipelines.Warehouse.Steps;

/// <summary>The steps in dependency order, each with its key. A step's key is everything its result depends on; equal keys mean equal tables.</summary>
public sealed class StepGraph
{
    readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    /// <param name="engineVersion">Version of DuckDB: part of every key.</param>
    /// <exception cref="InvalidOperationException">Two steps make one table, one reads a table nobody makes, or they wait for each other: faults of ours.</exception>
    public StepGraph(IReadOnlyList<IStep> steps, string engineVersion)
    {
        var makers = new Dictionary<string, IStep>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            foreach (var table in step.Outputs.Where(table => !makers.TryAdd(table.Name, step)))
                throw new InvalidOperationException($"The table {table.Name} is made by {makers[table.Name].Name} and by {step.Name}.");
        }

        Ordered = Order(steps, makers);
        foreach (var step in Ordered)
        {
            var inputs = step.Inputs.Select(table => keys[makers[table].Name]);
            var shape = step.Outputs.Select(table => $"{table.Name} {string.Join(',', table.Grain)} " +
                string.Join(';', table.Columns.Select(column => $"{column.Name} {column.Type}")));
            keys[step.Name] = Hash([engineVersion, step.Name, step.Identity, .. shape, .. inputs]);
        }
    }

    public IReadOnlyList<IStep> Ordered { get; }

    public string KeyOf(IStep step) => keys[step.Name];

    static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', parts))));

    static List<IStep> Order(IReadOnlyList<IStep> steps, Dictionary<string, IStep> makers)
    {
        var ordered = new List<IStep>();
        var visiting = new HashSet<IStep>();
        foreach (var step in steps.OrderBy(step => step.Name, StringComparer.Ordinal)) Visit(step);
        return ordered;

        void Visit(IStep step)
        {
            if (ordered.Contains(step)) return;
            if (!visiting.Add(step)) throw new InvalidOperationException($"The step {step.Name} waits for itself.");
            foreach (var table in step.Inputs)
            {
                if (!makers.TryGetValue(table, out var maker))
                    throw new InvalidOperationException($"{step.Name} reads {table}, which no step makes.");
                Visit(maker);
            }

            ordered.Add(step);
        }
    }
}
