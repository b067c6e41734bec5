using System.Text.Json;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>What one Vega-Lite transform does to the fields there are.</summary>
static class FieldTransform
{
    static readonly string[] namingKeys = ["groupby", "fold", "flatten", "pivot", "impute", "key", "stack", "density", "quantile", "regression", "loess", "on", "lookup", "extent"];

    // These give new rows of which only the groups and the results are left.
    static readonly string[] reducing = ["aggregate", "density", "quantile", "regression", "loess"];

    /// <summary>Field names a transform gives by key; those under `field` and in expressions are found everywhere.</summary>
    public static IEnumerable<string> Named(JsonElement transform)
    {
        foreach (var key in namingKeys)
        {
            if (transform.TryGetProperty(key, out var named))
            {
                foreach (var field in Strings(named))
                    yield return field;
            }
        }

        if (transform.TryGetProperty("pivot", out _) && transform.TryGetProperty("value", out var value))
        {
            foreach (var field in Strings(value))
                yield return field;
        }
    }

    public static FieldScope Apply(JsonElement transform, FieldScope scope)
    {
        if (transform.TryGetProperty("pivot", out _))
            return scope with { Open = true };

        var reduced = reducing.Any(key => transform.TryGetProperty(key, out _));
        var kept = reduced ? FieldScope.Of(transform.TryGetProperty("groupby", out var groups) ? Strings(groups) : []) : scope;
        return (kept with { Open = scope.Open }).With(Created(transform));
    }

    static IEnumerable<string> Created(JsonElement transform)
    {
        string[] given = [.. GivenNames(transform)];
        return given is not [] ? given : transform switch
        {
            _ when Has(transform, "fold") => ["key", "value"],
            _ when Has(transform, "density") => ["value", "density"],
            _ when Has(transform, "quantile") => ["prob", "value"],
            _ when Has(transform, "regression", out var y) => [.. Strings(y), .. Strings(transform.GetProperty("on"))],
            _ when Has(transform, "loess", out var y) => [.. Strings(y), .. Strings(transform.GetProperty("on"))],
            _ when Has(transform, "from", out var from) && from.TryGetProperty("fields", out var fields) => [.. Strings(fields)],
            _ => [],
        };
    }

    /// <summary>Every `as`, at the top or in a list of operations.</summary>
    static IEnumerable<string> GivenNames(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(property => property.NameEquals("as") ? Strings(property.Value) : GivenNames(property.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(GivenNames),
        _ => [],
    };

    static bool Has(JsonElement transform, string key) => transform.TryGetProperty(key, out _);

    static bool Has(JsonElement transform, string key, out JsonElement value) => transform.TryGetProperty(key, out value);

    internal static IEnumerable<string> Strings(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => [node.GetString()!],
        JsonValueKind.Array => node.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };
}
