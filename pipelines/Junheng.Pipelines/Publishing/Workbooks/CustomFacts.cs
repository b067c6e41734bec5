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
}
