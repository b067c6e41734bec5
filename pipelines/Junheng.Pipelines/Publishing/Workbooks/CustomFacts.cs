using System.Globalization;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>What a workbook says of itself, under File › Info › Properties.</summary>
static class CustomFacts
{
    // The identifier that the format prescribes for properties made by others.
    const string FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    const int FirstId = 2;

    public static void Write(SpreadsheetDocument document, string id, IReadOnlyDictionary<string, string> facts)
    {
        if (facts.Count == 0) return;
        var part = document.AddCustomFilePropertiesPart();
        document.ChangeIdOfPart(part, id);
        part.Properties = new Properties(facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select((fact, index) =>
            new CustomDocumentProperty(new VTLPWSTR(fact.Value)) { FormatId = FormatId, PropertyId = FirstId + index, Name = fact.Key }));
        part.Properties.Save();
    }

    /// <summary>What it says of itself under a name; null when it says nothing.</summary>
    public static string? Of(SpreadsheetDocument document, string name) =>
        document.CustomFilePropertiesPart?.Properties?.Elements<CustomDocumentProperty>().FirstOrDefault(property => property.Name == name)?.InnerText;

    /// <summary>Says more of it, beside what others say.</summary>
    public static void Add(SpreadsheetDocument document, IReadOnlyDictionary<string, string> facts)
    {
        if (document.CustomFilePropertiesPart is not { Properties: { } properties })
        {
            Write(document, "junhengFacts", facts);
            return;
        }

        var next = properties.Elements<CustomDocumentProperty>().Select(property => property.PropertyId?.Value ?? FirstId).Append(FirstId - 1).Max();
        foreach (var (name, value) in facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            properties.Elements<CustomDocumentProperty>().FirstOrDefault(property => property.Name == name)?.Remove();
            properties.Append(new CustomDocumentProperty(new VTLPWSTR(value)) { FormatId = FormatId, PropertyId = ++next, Name = name });
        }

        properties.Save();
    }
}
