using Junheng.Models.Findings;
using Junheng.Models.Geography;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>The list of changed county codes that a source names; the one that ships where it names none.</summary>
public static class CountyCodesFile
{
    public static CountyCodes? Read(Source source, FindingList findings) =>
        NamedFile.Find(source.Geography, source.Folder, ShippedContent.Geography, source.Places["geography"], "SRC-NO-GEOGRAPHY", findings) is { } file
            ? CountyCodesReader.Read(file.Path, file.Name, findings)
            : null;
}
