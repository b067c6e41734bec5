using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Checks;
using Junheng.Pipelines.Warehouse.Judging;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>The shipped models, table documents and checks under <c>sql/</c>.</summary>
public sealed record ModelLibrary(IReadOnlyList<SqlModel> Models, IReadOnlyDictionary<string, TableDocument> Documents, IReadOnlyList<Check> Checks)
{
    /// <summary>Reads them all. What is wrong with them is a fault of ours, not of the data.</summary>
    /// <exception cref="InvalidOperationException">With every fault found.</exception>
    public static ModelLibrary Read(string folder)
    {
        var findings = new FindingList();
        var models = Files(folder, "*.sql").Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "checks")
            .Select(path => SqlModel.Read(path, findings)).OfType<SqlModel>().ToList();
        var documents = Files(folder, "*.yaml").Where(path => !File.Exists(Path.ChangeExtension(path, ".sql")))
            .Select(path => TableDocumentReader.Read(path, null, findings)).OfType<TableDocument>()
            .ToDictionary(document => document.Name, StringComparer.Ordinal);
        if (findings.HasErrors)
            throw new InvalidOperationException("sql/: " + string.Join("; ", findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Value} {string.Join(' ', finding.Facts.Values)}")));
        return new ModelLibrary(models, documents, Check.ReadAll(Path.Combine(folder, "checks")));
    }

    /// <summary>The named C# steps beside the SQL models.</summary>
    IReadOnlyList<IStep> Coded { get; init; } = [new CoefficientTies(Documents["coefficient_ties"]), new CompositeTies(Documents["composite_ties"])];

    public IEnumerable<IStep> JudgingSteps() => [.. Models, .. Coded];

    /// <summary>No more than makes the named tables and those the checks read: for whoever asks nothing else.</summary>
    public ModelLibrary For(IEnumerable<string> tables)
    {
        var makers = JudgingSteps().SelectMany(step => step.Outputs, (step, table) => (table.Name, step)).ToDictionary(StringComparer.Ordinal);
        var needed = new HashSet<IStep>();
        var open = new Queue<string>(tables.Concat(Checks.SelectMany(check => check.Inputs)));
        while (open.TryDequeue(out var table))
        {
            if (!makers.TryGetValue(table, out var step) || !needed.Add(step)) continue;
            foreach (var input in step.Inputs) open.Enqueue(input);
        }

        return this with { Models = [.. Models.Where(needed.Contains)], Coded = [.. Coded.Where(needed.Contains)] };
    }

    static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
