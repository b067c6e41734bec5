using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Evidence;

/// <summary>Asks which rows a result rests on and finds their cells, whatever they were filed in.</summary>
public sealed class EvidenceRows(SnapshotReader reader, FiledQuantities filed, FiledRows rows, CancellationToken cancellation)
{
    /// <param name="sql">Its rows say at least judged, unit, role, year, stage and field. With <c>home</c> they name a quantity of a school or a county, else the row itself is where it stands.</param>
    public List<SourceQuantity> Of(string sql, string indicator, params IReadOnlyList<(string Name, object? Value)> values)
    {
        var lines = Judged.All(reader.Query(sql, cancellation, [.. values])).ToList();
        rows.Fetch(lines.Where(line => HomeOf(line).Length == 0));
        foreach (var year in lines.Where(line => HomeOf(line) == "school").Select(line => line.Whole("year")).Distinct())
            filed.Load(year, (string?)values.First(value => value.Name == "county").Value, null);
        return lines.ConvertAll(line => new SourceQuantity(
            indicator, line.Text("judged"), Enum.Parse<SourceRole>(line.Text("role"), ignoreCase: true), line.Has("sign") && line["sign"] is not null ? line.Whole("sign") : 1, 1, QuantityOf(line))
        {
            Decides = line.Flag("decides"),
        });
    }

    FiledQuantity QuantityOf(Judged line) => HomeOf(line) switch
    {
        "school" => filed.Find(line.Whole("year"), line.Text("unit"), line.Text("stage"), line.Text("field")) with { Item = line.Has("item") ? line.Text("item") : "" },
        "county" => filed.FindOfCounty(line.Whole("year"), line.Text("unit"), line.Text("field")) with { Stage = line.Text("stage") },
        _ => rows.Of(line),
    };

    static string HomeOf(Judged line) => line.Has("home") ? line.Text("home") : "";
}
