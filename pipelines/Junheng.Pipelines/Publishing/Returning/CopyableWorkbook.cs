using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>
/// Makes a county's workbook fit to be passed on: what runs and what leads out of it is taken away. A closed list says what may stay; a workbook that holds anything else is not copied.
/// </summary>
static class CopyableWorkbook
{
    static readonly HashSet<Type> Stay =
    [
        typeof(WorkbookPart), typeof(WorksheetPart), typeof(ChartsheetPart), typeof(WorkbookStylesPart), typeof(SharedStringTablePart), typeof(ThemePart), typeof(ThemeOverridePart),
        typeof(WorksheetCommentsPart), typeof(WorksheetThreadedCommentsPart), typeof(WorkbookPersonPart), typeof(VmlDrawingPart), typeof(DrawingsPart), typeof(ImagePart),
        typeof(ChartPart), typeof(ChartDrawingPart), typeof(ChartStylePart), typeof(ChartColorStylePart), typeof(SpreadsheetPrinterSettingsPart), typeof(TableDefinitionPart), typeof(CellMetadataPart),
        typeof(CoreFilePropertiesPart), typeof(ExtendedFilePropertiesPart), typeof(CustomFilePropertiesPart), typeof(ThumbnailPart),
    ];

    const string Plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    static readonly string[] OtherKinds =
        ["application/vnd.ms-excel.sheet.macroEnabled.main+xml", "application/vnd.ms-excel.template.macroEnabled.main+xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"];

    // The text that names it; without one nobody misses it.
    static readonly Dictionary<Type, string?> Go = new()
    {
        [typeof(VbaProjectPart)] = "returned.macros",
        [typeof(RibbonExtensibilityPart)] = "returned.macros",
        [typeof(RibbonAndBackstageCustomizationsPart)] = "returned.macros",
        [typeof(ExternalWorkbookPart)] = "returned.links",
        [typeof(CalculationChainPart)] = null,
        [typeof(CustomXmlPart)] = null,
    };

    /// <returns>What was taken away, as keys of texts.</returns>
    public static IReadOnlyList<string> TakeAway(SpreadsheetDocument document)
    {
        var gone = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<OpenXmlPart>();
        Visit(document, gone, seen);
        var book = document.WorkbookPart!.Workbook;
        book.GetFirstChild<X.ExternalReferences>()?.Remove();
        foreach (var name in book.DefinedNames?.Elements<X.DefinedName>().Where(IsForeign).ToList() ?? []) name.Remove();
        if (book.DefinedNames is { HasChildren: false } none) none.Remove();
        return [.. gone];
    }

    /// <summary>Calls a workbook that could hold macros, or was to be a model for others, a plain one. The library would do it by giving the part another name, under which few readers look for it.</summary>
    public static void CallPlain(string path)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        using var stream = archive.GetEntry("[Content_Types].xml")!.Open();
        var types = XDocument.Load(stream);
        foreach (var said in types.Descendants().Attributes("ContentType").Where(type => OtherKinds.Contains(type.Value))) said.Value = Plain;
        stream.SetLength(0);
        types.Save(stream, SaveOptions.DisableFormatting);
    }

    static void Visit(OpenXmlPartContainer container, SortedSet<string> gone, HashSet<OpenXmlPart> seen)
    {
        foreach (var (_, part) in container.Parts.Select(pair => (pair.RelationshipId, pair.OpenXmlPart)).ToList())
        {
            if (Go.TryGetValue(part.GetType(), out var what))
            {
                container.DeletePart(part);
                if (what is not null) gone.Add(what);
                continue;
            }

            if (!Stay.Contains(part.GetType())) throw new NotCopyableException(part.Uri.ToString());
            if (part is ChartPart or TableDefinitionPart && HasForeignFormula(part)) throw new NotCopyableException(part.Uri.ToString());
            if (seen.Add(part)) Visit(part, gone, seen);
        }

        if (container is WorksheetPart sheet && sheet.HyperlinkRelationships.Any(link => link.IsExternal))
        {
            // The cells keep their words; the sheet's list of links is cleaned as it is copied.
            foreach (var link in sheet.HyperlinkRelationships.ToList()) sheet.DeleteReferenceRelationship(link);
            gone.Add("returned.addresses");
        }

        if (container is DrawingsPart drawings && drawings.ExternalRelationships.Any(one => one.RelationshipType.EndsWith("/image", StringComparison.Ordinal))) Unlink(drawings, gone);
        if (container.ExternalRelationships.Concat<ReferenceRelationship>(container.HyperlinkRelationships).Concat(container.DataPartReferenceRelationships).FirstOrDefault() is { } other) throw new NotCopyableException(other.RelationshipType);
    }

    // A picture that lies in the workbook may also name the file it once came from.
    static void Unlink(DrawingsPart drawings, SortedSet<string> gone)
    {
        XDocument drawing;
        using (var stream = drawings.GetStream(FileMode.Open, FileAccess.Read)) drawing = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        drawing.Descendants().Attributes(SheetSurroundings.Relations + "link").Where(link => link.Parent!.Attribute(SheetSurroundings.Relations + "embed") is not null).Remove();
        if (drawing.Descendants().Attributes(SheetSurroundings.Relations + "link").Any()) throw new NotCopyableException(drawings.Uri.ToString());
        foreach (var link in drawings.ExternalRelationships.Where(one => one.RelationshipType.EndsWith("/image", StringComparison.Ordinal)).ToList()) drawings.DeleteExternalRelationship(link);
        using var changed = new MemoryStream();
        drawing.Save(changed, SaveOptions.DisableFormatting);
        changed.Position = 0;
        drawings.FeedData(changed);
        gone.Add("returned.addresses");
    }

    // A chart may show another workbook's cells, and the column of a table may compute whatever it likes in each new row.
    static bool HasForeignFormula(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return XDocument.Load(stream).Descendants().Any(one =>
            one.Name.LocalName is "calculatedColumnFormula" or "totalsRowFormula" || (one.Name.LocalName == "f" && SheetSurroundings.OtherWorkbook().IsMatch(one.Value)));
    }

    static bool IsForeign(X.DefinedName name) =>
        name.Function?.Value == true || name.VbProcedure?.Value == true || name.Xlm?.Value == true || SheetSurroundings.OtherWorkbook().IsMatch(name.Text) || name.Text.Contains('|', StringComparison.Ordinal);
}
