using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Junheng.Pipelines.Publishing.Workbooks;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>
/// Copies the XML of one sheet, a row at a time: faulty cells take the ground of their fault, formulas become the results saved with them, and the rest is what it was.
/// </summary>
/// <param name="marks">By row and column.</param>
/// <param name="sharedFormulas">Which of the workbook's shared texts look like a formula.</param>
/// <param name="boxes">The part with the boxes of the notes; null where there are none.</param>
sealed class MarkedSheet(IReadOnlyDictionary<int, IReadOnlyDictionary<int, CellMark>> marks, MarkedStyles styles, IReadOnlySet<int> sharedFormulas, string? boxes)
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    static readonly XNamespace Ns = Main;

    readonly Queue<int> waiting = new(marks.Keys.Order());
    readonly SheetSurroundings surroundings = new(boxes);
    int lastRow;

    /// <summary>How many became their results.</summary>
    public int Formulas { get; private set; }

    public void Copy(Stream from, Stream to)
    {
        using var reader = XmlReader.Create(from, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        reader.MoveToContent();
        if (reader.NamespaceURI != Main) throw new NotCopyableException(reader.NamespaceURI);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: true);
        var empty = reader.IsEmptyElement;
        reader.Read();
        while (!empty && reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            if (reader.NodeType != XmlNodeType.Element) reader.Read();
            else if (reader.LocalName == "sheetData" && reader.NamespaceURI == Main) CopyRows(reader, writer);
            else surroundings.Write((XElement)XNode.ReadFrom(reader), writer);
        }

        surroundings.Finish(writer);
        writer.WriteEndElement();
    }

    void CopyRows(XmlReader reader, XmlWriter writer)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        var empty = reader.IsEmptyElement;
        reader.Read();
        while (!empty && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            var row = (XElement)XNode.ReadFrom(reader);
            var number = (int?)row.Attribute("r") ?? lastRow + 1;
            WriteMissing(number, writer);
            Mark(row, number);
            row.WriteTo(writer);
            lastRow = number;
        }

        if (!empty) reader.Read();
        WriteMissing(int.MaxValue, writer);
        writer.WriteEndElement();
    }

    // Rows the sheet does not have: something should stand there.
    void WriteMissing(int before, XmlWriter writer)
    {
        while (waiting.TryPeek(out var number) && number < before)
        {
            var row = new XElement(Ns + "row", new XAttribute("r", number));
            Mark(row, number);
            row.WriteTo(writer);
        }
    }

    void Mark(XElement row, int number)
    {
        while (waiting.TryPeek(out var next) && next <= number) waiting.Dequeue();
        var faulty = marks.GetValueOrDefault(number);
        var (column, marked) = (0, new HashSet<int>());
        foreach (var cell in row.Elements(Ns + "c").ToList())
        {
            column = CellAddress.Of((string?)cell.Attribute("r"))?.Column ?? column + 1;
            if (faulty?.Keys.Where(one => one < column && marked.Add(one)).Order().ToList() is { Count: > 0 } before) cell.AddBeforeSelf(before.Select(one => Blank(row, number, one, faulty[one])));
            Finish(cell, column, number, faulty?.GetValueOrDefault(column));
            marked.Add(column);
        }

        if (faulty is null) return;
        row.SetAttributeValue("spans", null);
        foreach (var one in faulty.Keys.Where(marked.Add).Order().ToList()) row.Add(Blank(row, number, one, faulty[one]));
    }

    XElement Blank(XElement row, int number, int column, CellMark mark)
    {
        var cell = new XElement(Ns + "c", new XAttribute("s", (string?)row.Attribute("s") ?? surroundings.StyleOf(column)));
        Finish(cell, column, number, mark);
        return cell;
    }

    void Finish(XElement cell, int column, int number, CellMark? mark)
    {
        var formula = cell.Element(Ns + "f");
        if (formula is not null)
        {
            formula.Remove();
            cell.SetAttributeValue("cm", null);
            Formulas++;
        }

        if (mark is not null && cell.Attribute("r") is null) cell.SetAttributeValue("r", CellRange.Address(column, number));
        var format = uint.TryParse((string?)cell.Attribute("s"), CultureInfo.InvariantCulture, out var said) ? said : 0;
        var style = styles.Of(format, mark?.Severity, IsFormulaLike(cell));
        if (style != format) cell.SetAttributeValue("s", style);
    }

    bool IsFormulaLike(XElement cell) => (string?)cell.Attribute("t") switch
    {
        "s" => int.TryParse((string?)cell.Element(Ns + "v"), CultureInfo.InvariantCulture, out var shared) && sharedFormulas.Contains(shared),
        "str" => Cell.Of((string?)cell.Element(Ns + "v") ?? "").LooksLikeFormula,
        "inlineStr" => Cell.Of(cell.Element(Ns + "is")?.Value ?? "").LooksLikeFormula,
        _ => false,
    };
}
