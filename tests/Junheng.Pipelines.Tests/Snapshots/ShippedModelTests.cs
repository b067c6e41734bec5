using System.Text.RegularExpressions;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Steps;

namespace Junheng.Pipelines.Tests.Snapshots;

public sealed partial class ShippedModelTests
{
    static IEnumerable<string> Models => Directory.EnumerateFiles(ShippedContent.Sql, "*.sql", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "checks");

    [Fact]
    public void Catalog_EveryTableAndColumn_IsExplainedInBothLanguages()
    {
        using var source = new SmallSource();

        var tables = source.Build().Snapshot!.Catalog.Tables;

        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            Assert.All([table.Meaning, .. table.Columns.Select(column => column.Meaning)], meaning =>
            {
                Assert.NotEmpty(meaning.Zh);
                Assert.NotEmpty(meaning.En);
            });
            Assert.NotEmpty(table.Grain);
            Assert.Subset(table.Columns.Select(column => column.Name).ToHashSet(), table.Grain.ToHashSet());
        }
    }

    [Fact]
    public void Models_Bare_NumericIsNowhere() =>
        Assert.All(Directory.EnumerateFiles(ShippedContent.Sql, "*.*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".md", StringComparison.Ordinal)), path =>
            Assert.False(File.ReadLines(path).Any(line => BareNumeric().IsMatch(line.Split("--")[0])), Path.GetFileName(path)));

    [Fact]
    public void Models_Header_SaysTheGrain() =>
        Assert.All(Models, path => Assert.NotEmpty(SqlHeader.Of(File.ReadAllText(path)).Grain));

    [Fact]
    public void Checks_Header_SaysInputsAndSeverity() => Assert.All(SmallBuild.Library.Checks, check =>
    {
        Assert.NotEmpty(check.Inputs);
        Assert.Contains(check.Severity, new[] { "error", "warning", "by_row" });
    });

    // DECIMAL and NUMERIC without scale are DECIMAL(18,3).
    [GeneratedRegex(@"\b(?:numeric|decimal)\b(?!\s*\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareNumeric();
}
