using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A data row after mapping: its words and its quantities, and where each came from.</summary>
internal sealed class MappedRow(Dataset dataset, string file, string sheet, int number)
{
    public Dataset Dataset => dataset;

    public string File => file;

    public string Sheet => sheet;

    public int Number => number;

    public int? Year { get; set; }

    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public List<(Field Field, Rational Amount, string Columns)> Quantities { get; } = [];

    public string? Word(string field) => Words.GetValueOrDefault(field);

    /// <summary>What names the row within its dataset.</summary>
    public string Key => string.Join('\u001f', Dataset.Key.Select(KeyPart));

    public Place Place => new(file, sheet, number);

    /// <summary>The address of the cells a quantity came from: <c>D7</c>, or several with semicolons; empty for a constant.</summary>
    public string CellOf(string columns) => columns.Length == 0
        ? ""
        : string.Join(';', columns.Split(';').Select(letters => string.Create(CultureInfo.InvariantCulture, $"{letters}{number}")));

    /// <summary>Takes back what the row says; its key and what it must have stay, and so does all that the register says of a school.</summary>
    public void Forget()
    {
        Quantities.Clear();
        if (Dataset.Name == Register.Dataset) return;
        foreach (var field in Dataset.Fields.Where(field => !field.Required && !Dataset.Key.Contains(field.Name, StringComparer.Ordinal)))
            Words.Remove(field.Name);
    }

    string? KeyPart(string name) => name == "year" ? Year?.ToString(CultureInfo.InvariantCulture) : Word(name);
}
