using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Pipelines.Publishing.Documents.Binding;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary><c>sources.json</c>: each printed number, the query it came from, the row and the column, and the filed cells behind it where explain knows them.</summary>
static class SourcesFile
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Inside a page a name like </script> must not end the script: the default encoder writes its brackets as escapes.
    static readonly JsonSerializerOptions InPage = new(JsonSerializerDefaults.Web);

    /// <summary>The numbers and the filed cells behind them, for the page.</summary>
    public static string InScript(DocumentFacts facts) => JsonSerializer.Serialize(new { facts.Numbers, facts.Cells }, InPage);

    /// <param name="queries">Name and text of the queries, so that the file stands alone.</param>
    public static string Of(string snapshot, DocumentFacts facts, IReadOnlyDictionary<string, string> queries) =>
        JsonSerializer.Serialize(new { format = 1, snapshot, origin = facts.Origin, queries, numbers = facts.Numbers, cells = facts.Cells }, Readable) + "\n";
}
