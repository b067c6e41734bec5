using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>
/// Compares the fields a spec refers to with the columns of its query. Vega-Lite draws an empty chart for a field that does not exist and says nothing.
/// </summary>
public sealed partial class FigureFields
{
    // Guides have a datum of their own (value, label); the rest hold no fields.
    static readonly string[] fieldless = ["axis", "legend", "header", "config", "data", "datasets", "params", "resolve", "transform", "usermeta", "title", "description", "$schema"];

    readonly string spec;
    readonly IReadOnlyList<string> columns;
    readonly Dictionary<string, FigureFault> faults = new(StringComparer.Ordinal);

    FigureFields(string spec, IReadOnlyList<string> columns)
    {
        this.spec = spec;
        this.columns = columns;
    }

    /// <summary>One fault for each unknown field, all in one pass.</summary>
    /// <param name="name">What to call the spec in a message.</param>
    public static IReadOnlyList<FigureFault> Check(string name, JsonElement spec, IReadOnlyList<string> columns)
    {
        var check = new FigureFields(name, columns);
        check.View(spec, FieldScope.Of(columns), "");
        return [.. check.faults.Values];
    }

    /// <summary>An object that may have rows and transforms of its own: what they give holds for all inside it.</summary>
    void View(JsonElement view, FieldScope scope, string path)
    {
        if (view.TryGetProperty("data", out var data))
            scope = Rows(data, scope, path);

        if (view.TryGetProperty("transform", out var transforms) && transforms.ValueKind == JsonValueKind.Array)
        {
            foreach (var (place, transform) in transforms.EnumerateArray().Index())
            {
                var at = Inside(path + "/transform", place);
                foreach (var field in FieldTransform.Named(transform))
                    Refer(field, scope, at);
                Walk(transform, scope, at);
                scope = FieldTransform.Apply(transform, scope);
            }
        }

        // {"repeat": [...], "spec": ...} lists fields; {"field": {"repeat": "row"}} only points to the list.
        if (view.TryGetProperty("repeat", out var repeat) && view.TryGetProperty("spec", out _))
        {
            var lists = repeat.ValueKind == JsonValueKind.Object ? repeat.EnumerateObject().Select(list => list.Value) : [repeat];
            foreach (var field in lists.SelectMany(FieldTransform.Strings))
                Refer(field, scope, path + "/repeat");
        }

        foreach (var property in view.EnumerateObject())
        {
            if (!fieldless.Contains(property.Name, StringComparer.Ordinal))
                Property(property, scope, path);
        }
    }

    void Walk(JsonElement node, FieldScope scope, string path)
    {
        if (node.ValueKind == JsonValueKind.Object)
        {
            View(node, scope, path);
        }
        else if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var (place, item) in node.EnumerateArray().Index())
                Walk(item, scope, Inside(path, place));
        }
    }

    void Property(JsonProperty property, FieldScope scope, string path)
    {
        var at = $"{path}/{property.Name}";
        if (property.Value.ValueKind != JsonValueKind.String)
        {
            Walk(property.Value, scope, at);
        }
        else if (property.NameEquals("field"))
        {
            Refer(property.Value.GetString()!, scope, at);
        }
        else if (property.Name is "calculate" or "filter" or "test" or "expr")
        {
            foreach (Match reference in Datum().Matches(property.Value.GetString()!))
                Refer(reference.Groups["field"].Value, scope, at);
        }
    }

    FieldScope Rows(JsonElement data, FieldScope scope, string path)
    {
        if (data.ValueKind != JsonValueKind.Object)
            return scope;
        if (data.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array)
        {
            var rows = values.EnumerateArray().ToArray();
            // A row that is a bare value is reached as `data`.
            return FieldScope.Of(rows.SelectMany(row => row.ValueKind == JsonValueKind.Object ? row.EnumerateObject().Select(property => property.Name) : ["data"]));
        }

        if (data.TryGetProperty("name", out var name) && !name.ValueEquals("main"))
            faults.TryAdd(path + "/data", new("figure_data_unknown", $"{spec}: the data '{name.GetString()}' (at {path}/data) does not exist; the rows of query.sql are called 'main'.", "Write \"data\": {\"name\": \"main\"}."));
        return FieldScope.Of(columns);
    }

    static string Inside(string path, int place) => string.Create(CultureInfo.InvariantCulture, $"{path}/{place}");

    void Refer(string field, FieldScope scope, string at)
    {
        if (scope.Knows(field))
            return;
        faults.TryAdd(field, new(
            "figure_field_unknown",
            $"{spec}: the field '{field}' (at {at}) does not exist. There are: {string.Join(", ", scope.Names.Order(StringComparer.Ordinal))}.",
            "Correct the name in spec.vl.json, or select the column in query.sql."));
    }

    [GeneratedRegex("""\bdatum(\.(?<field>[A-Za-z_$][\w$]*)|\[\s*'(?<field>[^']*)'\s*\]|\[\s*"(?<field>[^"]*)"\s*\])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Datum();
}
