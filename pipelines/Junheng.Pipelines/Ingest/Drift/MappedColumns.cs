using Junheng.Pipelines.Ingest.Mapping.Headers;
using YamlDotNet.RepresentationModel;

namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>Which column of the old file a map names, and what became of it.</summary>
internal sealed class MappedColumns
{
    readonly ILookup<string, ColumnDrift> byTitle;
    readonly ILookup<string, ColumnDrift> byWords;

    public MappedColumns(TableDrift drift)
    {
        var filed = drift.Columns.Where(column => column.Old is not null).ToList();
        byTitle = filed.ToLookup(column => HeaderText.Tidy(column.Old!.Title), StringComparer.Ordinal);
        byWords = filed.ToLookup(column => column.Old!.Header.Words, StringComparer.Ordinal);
    }

    /// <summary>A map need not say the unit that stands in the header.</summary>
    public ColumnDrift? Find(YamlScalarNode name) => byTitle[HeaderText.Tidy(name.Value ?? "")].FirstOrDefault() ?? byWords[FiledHeader.Of(name.Value ?? "").Words].FirstOrDefault();

    /// <summary>The name as it is to be written for the new file.</summary>
    public string NewName(YamlScalarNode? name) => Quoted(name is null ? "" : Find(name)?.New?.Title ?? name.Value ?? "");

    static string Quoted(string header) => $"\"{header.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
