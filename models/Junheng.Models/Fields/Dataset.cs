namespace Junheng.Models.Fields;

/// <summary>A table that people file: what one row is, and which fields a row may have. Read from <c>models/fields/*.yaml</c>.</summary>
/// <param name="Key">The fields that name one row within a source set.</param>
public sealed record Dataset(string Name, string Zh, string En, IReadOnlyList<string> Key, IReadOnlyList<Field> Fields)
{
    public Field? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}
