using Junheng.Pipelines.Publishing.Templates;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The register's words as offices write them.</summary>
static class SchoolWords
{
    static readonly Lazy<FilingForm> Form = new(() =>
    {
        var (catalog, pack) = NationalForms.Read();
        return FilingForm.All(catalog.Datasets.Where(dataset => dataset.Name == "school"), pack)[0];
    });

    public static string TypeOf(string ours) => Word("school_type", ours);

    public static string AreaOf(string ours) => Word("area", ours);

    public static string FounderOf(string ours) => Word("founder", ours);

    static string Word(string field, string ours) => Form.Value.Columns.First(column => column.Field.Name == field).WordOf(ours);
}
