using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A data row after mapping: its words and its quantities, and where each came from.</summary>
internal sealed class MappedRow(Dataset dataset, string file, string sheet, int number)
{
    readonly HashSet<string> faulty = new(StringComparer.Ordinal);
    bool forgotten;

    public Dataset Dataset => dataset;

    public string File => file;

    public string Sheet => sheet;

    public int Number => number;

    public int? Year { get; set; }

    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public List<FiledAmount> Quantities { get; } = [];

    /// <summary>The day it was filed; null is the first filing, undated.</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>Why it is in force where it is not of the latest filing.</summary>
    public string Standing { get; set; } = Mapping.Standing.Latest;

    /// <summary>Nothing in it is faulty.</summary>
    public bool IsSound => !forgotten && faulty.Count == 0;

    public void Add(Field field, Rational amount, string columns) => Quantities.Add(new FiledAmount(field, amount, columns, this));

    public void AddFault(Field field) => faulty.Add(field.Name);

    /// <summary>Whether it says something of the field, be it that nothing is filed.</summary>
    public bool Says(Field field) => !forgotten && !faulty.Contains(field.Name);

    public FiledAmount? AmountOf(Field field) => Find(field.Name);

    public FiledAmount? Find(string field) => Quantities.Find(amount => amount.Field.Name == field);

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
        forgotten = true;
        Quantities.Clear();
        if (Dataset.Name == Register.Dataset) return;
        foreach (var field in Dataset.Fields.Where(field => !field.Required && !Dataset.Key.Contains(field.Name, StringComparer.Ordinal)))
            Words.Remove(field.Name);
    }

    string? KeyPart(string name) => name == "year" ? Year?.ToString(CultureInfo.InvariantCulture) : Word(name);
}
