using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A record after mapping: its words and its quantities, and where each came from. It may be joined from several layouts, its parts.</summary>
internal sealed class MappedRow(Dataset dataset, string file, string sheet, int number)
{
    readonly HashSet<Layout> forgotten = new(ReferenceEqualityComparer.Instance);

    public Dataset Dataset => dataset;

    public string File => file;

    public string Sheet => sheet;

    public int Number => number;

    public int? Year { get; set; }

    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public List<FiledAmount> Quantities { get; } = [];

    /// <summary>The rows it was made from, each with the layout that read it and the account it is in.</summary>
    public List<(Layout Layout, MappedRow Row, RowCount Count)> Parts { get; } = [];

    /// <summary>Fields two parts say differently: no part's value counts.</summary>
    public HashSet<string> Disputed { get; } = new(StringComparer.Ordinal);

    /// <summary>The day it was filed; null is the first filing, undated.</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>Why it is in force where it is not of the latest filing.</summary>
    public string Standing { get; set; } = Mapping.Standing.Latest;

    /// <summary>Nothing in it is faulty.</summary>
    public bool IsSound => forgotten.Count == 0 && Faulty.Count == 0 && Disputed.Count == 0;

    /// <summary>Fields in which a cell is faulty.</summary>
    public HashSet<string> Faulty { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether any part of it reads the field.</summary>
    public bool Reads(Field field) => Parts.Exists(part => part.Layout.Columns.ContainsKey(field.Name));

    /// <summary>Whether it says something of the field, be it that nothing is filed.</summary>
    public bool Says(Field field) => !Faulty.Contains(field.Name) && !Disputed.Contains(field.Name)
        && Parts.Exists(part => part.Layout.Columns.ContainsKey(field.Name) && !forgotten.Contains(part.Layout));

    public FiledAmount? AmountOf(Field field) => Find(field.Name);

    public FiledAmount? Find(string field) => Quantities.Find(amount => amount.Field.Name == field);

    public string? Word(string field) => Words.GetValueOrDefault(field);

    /// <summary>What names the row within its dataset.</summary>
    public string Key => string.Join('\u001f', Dataset.Key.Select(KeyPart));

    public Place Place => new(file, sheet, number);

    /// <summary>Takes back what one part says; the key and what must be there stay, and so does all that the register says of a school.</summary>
    public void Forget(Layout part)
    {
        forgotten.Add(part);
        Quantities.RemoveAll(quantity => quantity.Part == part);
        if (Dataset.Name == Register.Dataset || Parts.Count > 1) return;
        foreach (var field in Dataset.Fields.Where(field => !field.Required && !Dataset.Key.Contains(field.Name, StringComparer.Ordinal)))
            Words.Remove(field.Name);
    }

    string? KeyPart(string name) => name == "year" ? Year?.ToString(CultureInfo.InvariantCulture) : Word(name);
}
