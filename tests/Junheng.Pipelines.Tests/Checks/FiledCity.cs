using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Pipelines.Synthesis.Layouts;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Checks;

/// <summary>The last two years of the demo city in a folder of their own, to be spoiled cell by cell and read again.</summary>
sealed class FiledCity : IDisposable
{
    public const string Spoiled = "2024/";

    const int HeaderRow = 2;

    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("junheng-city-");
    readonly Dictionary<string, List<string[]>> tables = new(StringComparer.Ordinal);

    public FiledCity()
    {
        var sample = RepositoryRoot.File("data-samples/demo-city");
        foreach (var path in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(sample, path).Replace('\\', '/');
            if (name.StartsWith("20", StringComparison.Ordinal) && !name.StartsWith("2023/", StringComparison.Ordinal) && !name.StartsWith(Spoiled, StringComparison.Ordinal)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.Copy(path, PathOf(name));
        }
    }

    string PathOf(string name) => Path.Combine(root.FullName, "source", name);

    /// <summary>Rows of a table of 2024 with the number each has in the file; without title, header and totals.</summary>
    public IEnumerable<(int Row, string[] Cells)> Rows(string table, string year = Spoiled) => Lines(table, year)
        .Select((cells, index) => (Row: index + 1, Cells: cells))
        .Where(line => line.Row > HeaderRow && line.Cells[0] is not ("合计" or ""));

    /// <summary>The row of totals at the foot, with its number.</summary>
    public (int Row, string[] Cells) Total(string table) => Lines(table).Select((cells, index) => (index + 1, cells)).Last(line => line.cells[0] == "合计");

    public int ColumnOf(string table, string header) => Array.IndexOf(Lines(table)[HeaderRow - 1], header) is var index and >= 0
        ? index
        : throw new ArgumentException($"{table} has no column {header}.", nameof(header));

    /// <summary>A row put at the end.</summary>
    /// <returns>Its number.</returns>
    public int Append(string table, params string[] cells)
    {
        Lines(table).Add(cells);
        return Lines(table).Count;
    }

    public void Save()
    {
        foreach (var (table, lines) in tables)
            File.WriteAllLines(PathOf(table), lines.Select(cells => string.Join(',', cells)));
    }

    /// <summary>The same tables as workbooks, in place of the text.</summary>
    public void SaveAsWorkbooks()
    {
        foreach (var path in Directory.EnumerateFiles(PathOf(""), "*.csv", SearchOption.AllDirectories).ToList())
        {
            PlainSheet.File(path[..^".csv".Length], SampleFormat.Xlsx, new PlainSheet("Sheet1", [.. File.ReadAllLines(path).Select(line => line.Split(','))])).Write(Path.ChangeExtension(path, ".xlsx"));
            File.Delete(path);
        }

        File.WriteAllText(PathOf("source.yaml"), File.ReadAllText(PathOf("source.yaml")).Replace(".csv", ".xlsx", StringComparison.Ordinal));
    }

    /// <summary>All that reading, checking and judging find.</summary>
    public FindingList Findings()
    {
        var findings = new FindingList();
        var definition = Definition.Read(Path.Combine(root.FullName, "source"), new Dictionary<string, string>(StringComparer.Ordinal), null, findings)!;
        var warehouse = new WarehouseFolder(Path.Combine(root.FullName, "warehouse" + Directory.GetDirectories(root.FullName).Length.ToString(CultureInfo.InvariantCulture)));
        warehouse.Create();
        return new SnapshotBuilder(warehouse, definition, Ingest.SmallBuild.Whole, new BuildOptions(AcceptPartial: true), _ => { }).Build(() => "{}", default).Findings;
    }

    public void Dispose() => root.Delete(recursive: true);

    // No cell of the sample holds a comma or a quote.
    List<string[]> Lines(string table, string year = Spoiled)
    {
        if (!tables.TryGetValue(year + table, out var lines))
            tables[year + table] = lines = [.. File.ReadAllLines(PathOf(year + table)).Select(line => line.Split(','))];
        return lines;
    }
}
