using System.Buffers.Binary;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Of an .xls: the records of error cells, and of formulas that came to an error. What is encrypted is left alone: its cells stay blank.</summary>
internal sealed class RecordedErrorCells(Stream stream) : ErrorCells
{
    const int SheetList = 0x0085;
    const int Beginning = 0x0809;
    const int End = 0x000A;
    const int Encrypted = 0x002F;
    const int TruthOrError = 0x0205;
    const int Formula = 0x0006;

    byte[]? book;
    List<uint>? sheets;
    bool encrypted;

    public override bool AreHidden => encrypted;

    public override SheetErrors Of(int sheet)
    {
        book ??= CompoundFile.Open(stream) is { } file ? file.Read("Workbook") is { Length: > 0 } bytes ? bytes : file.Read("Book") : [];
        sheets ??= Sheets(book);
        return new SheetErrors(sheet < sheets.Count ? In(book, sheets[sheet]).OrderBy(cell => cell.Row) : []);
    }

    public override void Dispose() => stream.Dispose();

    // Where each worksheet begins; charts and macro sheets are none.
    List<uint> Sheets(byte[] bytes)
    {
        var found = new List<uint>();
        foreach (var (id, body) in Records(bytes, 0))
        {
            if (encrypted = id == Encrypted) return [];
            if (id == SheetList && body.Length > 5 && body.Span[5] == 0) found.Add(BinaryPrimitives.ReadUInt32LittleEndian(body.Span));
        }

        return found;
    }

    static IEnumerable<(int Row, int Column, string Text)> In(byte[] book, uint start)
    {
        foreach (var (id, body) in Records(book, start))
        {
            if (ErrorOf(id, body.Span) is { } code) yield return (Word(body, 0) + 1, Word(body, 2) + 1, ErrorTexts.Of(code));
        }
    }

    // The result of a formula is a number, unless its last two bytes are all ones: then the first byte says what it is.
    static byte? ErrorOf(int id, ReadOnlySpan<byte> body) => id switch
    {
        TruthOrError when body.Length >= 8 && body[7] == 1 => body[6],
        Formula when body.Length >= 14 && body[6] == 2 && body[12] == 0xFF && body[13] == 0xFF => body[8],
        _ => null,
    };

    // To the end of what begins here; a chart inside a sheet has its own beginning and end.
    static IEnumerable<(int Id, ReadOnlyMemory<byte> Body)> Records(byte[] book, uint start)
    {
        var depth = 0;
        for (long at = start; at + 4 <= book.Length;)
        {
            var (id, length) = (Word(book, (int)at), Word(book, (int)at + 2));
            if (at + 4 + length > book.Length) yield break;
            if (id == Beginning) depth++;
            else if (id == End && --depth <= 0) yield break;
            if (depth == 1) yield return (id, book.AsMemory((int)at + 4, length));
            at += 4 + length;
        }
    }

    static int Word(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[at..]);
}
