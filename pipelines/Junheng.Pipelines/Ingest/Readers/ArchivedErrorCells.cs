using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Of an .xlsx: cells of the type <c>e</c>. A sheet's part is walked through only if it holds one.</summary>
internal sealed class ArchivedErrorCells(ZipArchive archive, ReadingBounds bounds) : ErrorCells
{
    const int Chunk = 1 << 16;

    static readonly byte[][] Marks = ["t=\"e\""u8.ToArray(), "t='e'"u8.ToArray()];

    List<string>? parts;

    public override SheetErrors Of(int sheet)
    {
        parts ??= Parts();
        return new SheetErrors(sheet < parts.Count && archive.GetEntry(parts[sheet]) is { } part && Holds(part) ? Walk(part) : []);
    }

    public override void Dispose() => archive.Dispose();

    // The sheets in their order, as the workbook's part names them.
    List<string> Parts()
    {
        if (archive.GetEntry("xl/workbook.xml") is not { } book || archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations) return [];
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var xml in Elements(relations, "Relationship"))
        {
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target) targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        return Elements(book, "sheet").Select(xml => targets.GetValueOrDefault(IdOf(xml), "")).ToList();
    }

    // In the namespace of relationships, which has two names.
    static string IdOf(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.Prefix.Length > 0) id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }

    static bool Holds(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var (bytes, kept) = (new byte[Chunk], 0);
        while (stream.Read(bytes, kept, Chunk - kept) is > 0 and var read)
        {
            var seen = bytes.AsSpan(0, kept + read);
            foreach (var mark in Marks)
            {
                if (seen.IndexOf(mark) >= 0) return true;
            }

            kept = Math.Min(Marks[0].Length - 1, seen.Length);
            seen[^kept..].CopyTo(bytes);
        }

        return false;
    }

    IEnumerable<(int Row, int Column, string Text)> Walk(ZipArchiveEntry part)
    {
        var (row, column) = (0, 0);
        foreach (var xml in Elements(part, "row", "c"))
        {
            if (xml.LocalName == "row")
            {
                (row, column) = (int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var said) ? said : row + 1, 0);
                continue;
            }

            column = xml.GetAttribute("r") is { } address ? ColumnOf(address) : column + 1;
            if (xml.GetAttribute("t") == "e") yield return (row, column, TextOf(xml));
        }
    }

    static string TextOf(XmlReader cell)
    {
        if (cell.IsEmptyElement) return ErrorTexts.Of(0);
        using var inside = cell.ReadSubtree();
        return inside.ReadToDescendant("v", cell.NamespaceURI) && inside.ReadElementContentAsString() is { Length: > 0 } text ? text : ErrorTexts.Of(0);
    }

    static int ColumnOf(string address) => address.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1);

    IEnumerable<XmlReader> Elements(ZipArchiveEntry part, params string[] names)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = bounds.WorkbookBytesUnfolded });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && names.Contains(xml.LocalName, StringComparer.Ordinal)) yield return xml;
        }
    }
}
