using Junheng.Models;
using Junheng.Pipelines.Ingest.Mapping;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>What stands in one row of a table that is filed row by row: the area of a room, the pupils of a class, a decision in words.</summary>
public sealed class FiledRows(SnapshotMap map, FiledCells cells, FieldCells fieldCells)
{
    /// <summary>Reads the texts of many rows at once.</summary>
    public void Fetch(IEnumerable<Judged> lines)
    {
        foreach (var sheet in lines.GroupBy(line => (line.Text("file"), line.Text("sheet"))))
            cells.Fetch(sheet.Key.Item1, sheet.Key.Item2, sheet.Select(line => line.Whole("row")));
    }

    /// <param name="line">Has year, unit, stage, item, dataset, field, file, sheet, row and standing, and an amount with its cell or a word. A word may rest on several fields, with commas between them.</param>
    public FiledQuantity Of(Judged line)
    {
        var (dataset, fields) = (line.Text("dataset"), line.Text("field").Split(','));
        var (file, sheet, row) = (line.Text("file"), line.Text("sheet"), line.Whole("row"));
        var field = map.Find(dataset, fields[0]);
        var onSite = line.Text("standing") is "site_check";
        var rule = onSite ? map.RuleOf("site_check", line.Whole("year"), "found") : map.RuleOf(dataset, line.Whole("year"), fields[0]);
        var addresses = (line.Has("cell") ? line.Text("cell") : "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var word = line.Has("word") ? line.TextOrNull("word") : null;
        return new FiledQuantity(
            line.Whole("year"), line.Text("unit"), line.Text("stage"), fields[0], field is null ? new Bilingual(fields[0], fields[0]) : new Bilingual(field.Zh, field.En),
            line.Has("amount") ? line.Exact("amount") : null, field?.Unit ?? "", field?.Whole ?? false,
            word is not null ? Expression.From : rule?.Expression ?? Expression.From, word is not null ? 1 : rule?.Unit.Factor ?? 1, word is not null ? "" : rule?.Unit.Name ?? "",
            addresses.Length > 0
                ? fieldCells.At(addresses, file, sheet, row, onSite ? "site_check" : dataset, onSite ? "found" : fields[0])
                : fieldCells.In(file, sheet, row, dataset, fields))
        {
            Item = line.Text("item"),
            Word = word,
        };
    }
}
