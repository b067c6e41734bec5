using System.Collections.Immutable;
using System.Text.Json;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>A walk through what json_serialize_sql answers, with the names of CTEs that are in scope at each place.</summary>
sealed class SelectTree
{
    static readonly ImmutableHashSet<string> NoNames = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    public SortedSet<string> Tables { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SortedSet<string> Functions { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SortedSet<string> Ctes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Visit(JsonElement root) => Visit(root, NoNames);

    void Visit(JsonElement element, ImmutableHashSet<string> inScope)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Visit(item, inScope);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            Note(element, inScope);
            var inside = WithCtes(element, inScope);
            foreach (var property in element.EnumerateObject().Where(property => !property.NameEquals("cte_map")))
            {
                Visit(property.Value, inside);
            }
        }
    }

    void Note(JsonElement element, ImmutableHashSet<string> inScope)
    {
        switch (Text(element, "type"))
        {
            case "BASE_TABLE":
                var parts = new[] { "catalog_name", "schema_name", "table_name" };
                var name = string.Join('.', parts.Select(part => Text(element, part)).Where(part => part.Length > 0));
                if (!inScope.Contains(name))
                {
                    Tables.Add(name);
                }

                break;
            case "TABLE_FUNCTION":
                Functions.Add(Text(element.GetProperty("function"), "function_name"));
                break;
            case "SHOW_REF":
                Functions.Add(Text(element, "show_type").ToLowerInvariant());
                break;
        }
    }

    // A CTE sees those written before it, and itself only if it is recursive; the query it belongs to sees all.
    ImmutableHashSet<string> WithCtes(JsonElement element, ImmutableHashSet<string> inScope)
    {
        if (!element.TryGetProperty("cte_map", out var ctes))
        {
            return inScope;
        }

        foreach (var cte in ctes.GetProperty("map").EnumerateArray())
        {
            var name = Text(cte, "key");
            var query = cte.GetProperty("value");
            Visit(query, IsRecursive(query) ? inScope.Add(name) : inScope);
            Ctes.Add(name);
            inScope = inScope.Add(name);
        }

        return inScope;
    }

    static bool IsRecursive(JsonElement cte) => Text(cte.GetProperty("query").GetProperty("node"), "type") == "RECURSIVE_CTE_NODE";

    static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
