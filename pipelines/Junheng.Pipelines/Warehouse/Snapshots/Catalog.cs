using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Junheng.Models;

namespace Junheng.Pipelines.Warehouse.Snapshots;

/// <summary>What a snapshot says of itself (<c>catalog.json</c>). Nothing in it depends on clock, host, path, user or the snapshot's number.</summary>
/// <param name="Partial">Made with errors accepted: what they touch is unknown, and everything made from it says so.</param>
/// <param name="Findings">Number of findings by severity and code.</param>
public sealed record Catalog(
    int Format,
    string Source,
    Bilingual Title,
    bool Synthetic,
    bool Partial,
    string AsOf,
    string Engine,
    string RulePack,
    Bilingual RulePackTitle,
    Bilingual RulePackNote,
    bool Official,
    IReadOnlyList<CatalogParameter> Parameters,
    IReadOnlyList<CatalogInput> Inputs,
    IReadOnlyList<CatalogFinding> Findings,
    IReadOnlyDictionary<string, string> Steps,
    IReadOnlyList<CatalogTable> Tables)
{
    public const string FileName = "catalog.json";

    /// <summary>What the rule pack says otherwise than the one it extends; null for a pack of its own.</summary>
    public CatalogOverlay? Overlay { get; init; }

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    public static Catalog? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Catalog>(json, Json) is { Format: 1, Tables: not null, Steps: not null, Findings: not null, Source: not null } catalog ? catalog : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="BearsOn">The indicators, or <c>veto</c>, that it can change; empty where it can change any, null in a snapshot that did not say.</param>
public sealed record CatalogParameter(string Name, string Value, string Default, Bilingual Meaning, IReadOnlyList<string>? BearsOn)
{
    public bool IsChanged => Value != Default;

    public bool BearsOnAny => BearsOn is null or [];

    public string Setting => $"{Name} = {Value}";
}

public sealed record CatalogInput(string File, string Sha256, long Bytes);

public sealed record CatalogFinding(string Severity, string Code, int Count);

public sealed record CatalogTable(
    string Name, Bilingual Meaning, long Rows, long Bytes, string Sha256, string Step, IReadOnlyList<string> Grain, IReadOnlyList<CatalogColumn> Columns);

public sealed record CatalogColumn(string Name, string Type, string Unit, bool Missing, Bilingual Meaning);
