using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>What stands around the rows of a county's sheet: written as it is, less what leads out of the workbook, with the place of the notes' boxes.</summary>
sealed partial class SheetSurroundings(string? boxes)
{
    static readonly XNamespace Ns = MarkedSheet.Main;
    internal static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // What the format wants behind the boxes.
    static readonly HashSet<string> Behind = new(StringComparer.Ordinal) { "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst" };

    readonly List<(int First, int Last, string Style)> columns = [];
    bool placed;

    /// <summary>The style of a cell that is not there, by its column.</summary>
    public string StyleOf(int column) => columns.Find(one => one.First <= column && column <= one.Last).Style ?? "0";

    public void Write(XElement element, XmlWriter writer)
    {
        var name = element.Name.Namespace == Ns ? element.Name.LocalName : "";
        if (Behind.Contains(name)) PlaceBoxes(writer);
        if (Kept(element, name)) element.WriteTo(writer);
    }

    public void Finish(XmlWriter writer) => PlaceBoxes(writer);

    bool Kept(XElement element, string name)
    {
        switch (name)
        {
            case "sheetViews":
                // The list of findings opens first; two chosen sheets would be typed into together.
                foreach (var view in element.Elements(Ns + "sheetView")) view.SetAttributeValue("tabSelected", null);
                return true;
            case "cols":
                foreach (var column in element.Elements(Ns + "col").Where(column => column.Attribute("style") is not null))
                    columns.Add(((int?)column.Attribute("min") ?? 0, (int?)column.Attribute("max") ?? 0, (string)column.Attribute("style")!));
                return true;
            case "hyperlinks":
                element.Elements(Ns + "hyperlink").Where(link => link.Attribute(Relations + "id") is not null).Remove();
                return element.HasElements;
            case "dataValidations":
                element.Elements().Where(LeadsOut).Remove();
                element.SetAttributeValue("count", element.Elements().Count().ToString(CultureInfo.InvariantCulture));
                return element.HasElements;
            case "extLst":
                element.Elements().Where(LeadsOut).Remove();
                return element.HasElements;
            case "conditionalFormatting":
                return !LeadsOut(element);
            case "oleObjects" or "controls":
                throw new NotCopyableException(name);
            case "webPublishItems":
                return false;
            case "legacyDrawing" when boxes is not null && (string?)element.Attribute(Relations + "id") != boxes:
                throw new NotCopyableException(name);
            case "legacyDrawing":
                placed = true;
                return true;
            default:
                return true;
        }
    }

    void PlaceBoxes(XmlWriter writer)
    {
        if (placed || boxes is null) return;
        placed = true;
        new XElement(Ns + "legacyDrawing", new XAttribute(Relations + "id", boxes)).WriteTo(writer);
    }

    /// <summary>Whether a formula of it names another workbook, as <c>[1]Sheet1!A1</c> does.</summary>
    static bool LeadsOut(XElement element) =>
        element.DescendantsAndSelf().Any(one => (one.Name.LocalName.StartsWith("formula", StringComparison.Ordinal) || one.Name.LocalName == "f") && OtherWorkbook().IsMatch(one.Value));

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex OtherWorkbook();
}
