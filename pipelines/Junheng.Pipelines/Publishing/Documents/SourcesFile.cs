using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Pipelines.Publishing.Documents.Binding;

namespace Junheng.Pipelines.Publishing.Documents;

/// <summary><c>sources.json</c>: each printed number, the query it came from, the row and the column.</summary>
static class SourcesFile
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Inside a page a name like </script> must not end the script: the default encoder writes its brackets as escapes.
    static readonly JsonSerializerOptions InPage = new(JsonSerializerDefaults.Web);

    public static string Json(IReadOnlyList<PrintedNumber> numbers, bool inScript) => JsonSerializer.Serialize(numbers, inScript ? InPage : Readable);

    /// <param name="queries">Name and text of the queries, so that the file stands alone.</param>
    public static string Of(string snapshot, DocumentFacts facts, IReadOnlyDictionary<string, string> queries) =>
        JsonSerializer.Serialize(new { format = 1, snapshot, origin = facts.Origin, queries, numbers = facts.Numbers }, Readable) + "\n";
}
