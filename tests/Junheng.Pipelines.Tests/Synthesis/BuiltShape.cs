using System.Text;
using Junheng.Models.Findings;
using Junheng.Pipelines.Synthesis;
using Junheng.Pipelines.Synthesis.Layouts;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>What a small city comes to when it is filed in one shape: its marts, its typed rows and its findings.</summary>
/// <param name="Marts">Their bytes.</param>
/// <param name="Quantities">What was filed, without the places where it stands.</param>
/// <param name="Findings">Code and value.</param>
public sealed record BuiltShape(IReadOnlyDictionary<string, byte[]> Marts, string Quantities, IReadOnlyList<string> Findings)
{
    const string NamesCells = "county_indicator";

    /// <summary>
    /// Small enough to be built many times: both generations of forms; schools of nine and twelve years, a complete secondary school, teaching points; schools that filed nothing, or blanks and dashes; checks on site.
    /// </summary>
    public static SampleShape Small(SampleLayout layout, SampleFormat format) => new(layout, format) { Counties = ["990106", "990108"], Years = [2020, 2023, 2024] };

    internal static string Written(TemporaryFolder folder, SampleShape shape)
    {
        var path = Path.Combine(folder.Inside, $"{shape.Layout}-{shape.Format}");
        Assert.True(DemoCity.Write(path, 1, overForeignFiles: false, shape, CancellationToken.None).IsWritten);
        return path;
    }

    internal static BuiltShape Of(TemporaryFolder folder, SampleShape shape)
    {
        var (source, findings) = (Written(folder, shape), new FindingList());
        var definition = Definition.Read(source, new Dictionary<string, string>(), null, findings);
        Assert.True(definition is not null, string.Join('\n', findings));
        var warehouse = new WarehouseFolder(source + "-warehouse");
        var (held, _) = WarehouseLock.Take(warehouse, "test", TimeSpan.Zero, _ => { }, CancellationToken.None);
        using (held)
        {
            var outcome = new SnapshotBuilder(warehouse, definition, ModelLibrary.Read(ShippedContent.Sql), new BuildOptions(AcceptPartial: false), _ => { }).Build(() => "{}", CancellationToken.None);
            Assert.True(outcome.Made, string.Join('\n', outcome.Findings.Take(20)));
            using var reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", source + "-scratch"));
            return new(
                Directory.EnumerateFiles(Path.Combine(ShippedContent.Sql, "marts"), "*.sql").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)
                    .ToDictionary(mart => mart, mart => mart == NamesCells ? WithoutEvidence(reader) : File.ReadAllBytes(Path.Combine(warehouse.SnapshotOf(outcome.Snapshot!.Number), mart + ".parquet")), StringComparer.Ordinal),
                Rows(reader, "select * exclude (file, sheet, row, columns) from filed_quantity order by all") + Rows(reader, "select * exclude (file, sheet, row, columns) from filed_county_quantity order by all"),
                outcome.Findings.Select(finding => $"{finding.Severity} {finding.Code} {finding.Value}").Order(StringComparer.Ordinal).ToList());
        }
    }

    // Its evidence names files and cells, which is the one thing that must differ.
    static byte[] WithoutEvidence(SnapshotReader reader) => Encoding.UTF8.GetBytes(Rows(reader, $"select * exclude (evidence) from {NamesCells} order by all"));

    static string Rows(SnapshotReader reader, string sql)
    {
        using var text = new StringWriter();
        RowFormats.WriteCsv(reader.Query(sql, CancellationToken.None), text);
        return text.ToString();
    }
}

/// <summary>The city in the sample's own tables, built once.</summary>
public sealed class PlainShape : IDisposable
{
    readonly TemporaryFolder folder = new();

    public PlainShape() => Built = BuiltShape.Of(folder, BuiltShape.Small(SampleLayout.Tables, SampleFormat.Csv));

    public BuiltShape Built { get; }

    public void Dispose() => folder.Dispose();
}
