namespace Junheng.Models.Fields;

/// <summary>A table that people file: what one row is, and which fields a row may have. Read from <c>models/fields/*.yaml</c>.</summary>
/// <param name="Key">The fields that name one row within a source set.</param>
public sealed record Dataset(string Name, string Zh, string En, IReadOnlyList<string> Key, IReadOnlyList<Field> Fields)
{
    /// <summary>How its quantities are kept; it follows from the key.</summary>
    public DatasetForm Form => Key switch
    {
        ["year", "school_code"] or ["year", "school_code", "stage"] => DatasetForm.BySchool,
        ["year", "county_code"] => DatasetForm.ByCounty,
        _ => DatasetForm.Listed,
    };

    public Field? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}
