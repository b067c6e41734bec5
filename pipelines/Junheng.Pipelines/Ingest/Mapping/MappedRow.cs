using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A record after mapping: its words and its quantities, and where each came from. It may be joined from several layouts, its parts.</summary>
internal sealed class MappedRow(Dataset dataset, string file, string sheet, int number)
{
    public Dataset Dataset => dataset;

    public string File => file;

    public string Sheet => sheet;

    public int Number => number;

    public int? Year { get; set; }

    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public List<MappedQuantity> Quantities { get; } = [];

    /// <summary>The rows it was made from, each with the layout that read it and the account it is in.</summary>
    public List<(Layout Layout, MappedRow Row, RowCount Count)> Parts { get; } = [];

    /// <summary>Fields two parts say differently: no part's value counts.</summary>
    public HashSet<string> Disputed { get; } = new(StringComparer.Ordinal);

    public string? Word(string field) => Words.GetValueOrDefault(field);

    /// <summary>What names the row within its dataset.</summary>
    public string Key => string.Join('\u001f', Dataset.Key.Select(KeyPart));

    public Place Place => new(file, sheet, number);

    public MappedQuantity? Quantity(string field) => Quantities.Find(quantity => quantity.Field.Name == field);

    /// <summary>Takes back what one part says; the key and what must be there stay, and so does all that the register says of a school.</summary>
    public void Forget(Layout part)
    {
        Quantities.RemoveAll(quantity => quantity.Part == part);
        if (Dataset.Name == Register.Dataset || Parts.Count > 1) return;
        foreach (var field in Dataset.Fields.Where(field => !field.Required && !Dataset.Key.Contains(field.Name, StringComparer.Ordinal)))
            Words.Remove(field.Name);
    }

    string? KeyPart(string name) => name == "year" ? Year?.ToString(CultureInfo.InvariantCulture) : Word(name);
}

/// <param name="Part">The layout that read it; null for a computed quantity.</param>
internal sealed record MappedQuantity(Field Field, Rational Amount, FiledCells Cells, Layout? Part);
