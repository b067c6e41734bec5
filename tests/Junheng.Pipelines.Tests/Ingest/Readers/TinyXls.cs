using System.Buffers.Binary;
using System.Text;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

/// <summary>Writes an old .xls of one sheet (BIFF8 in a compound file), as small as one can be. All of it is synthetic (示例数据).</summary>
static class TinyXls
{
    const int SectorBytes = 512;
    const uint EndOfChain = 0xFFFFFFFE;
    const uint FatSector = 0xFFFFFFFD;
    const uint Free = 0xFFFFFFFF;

    /// <param name="merges">First row, last row, first column, last column, counted from 0.</param>
    public static byte[] Workbook(string sheet, object?[][] rows, params (int, int, int, int)[] merges) =>
        Container(("Workbook", Records(sheet, rows, merges)));

    /// <summary>The same, encrypted as a spreadsheet program does when somebody sets a password, or protects the workbook.</summary>
    public static byte[] Encrypted(string password, string sheet, object?[][] rows) => Container(("Workbook", XlsCipher.Encrypt(Records(sheet, rows, []), password)));

    /// <summary>A compound file with these streams, each padded to whole sectors.</summary>
    public static byte[] Container(params (string Name, byte[] Bytes)[] streams)
    {
        // Streams of less than 4096 bytes would belong elsewhere in the file.
        var padded = streams.Select(one => (one.Name, Bytes: Padded(one.Bytes, Math.Max(4096, one.Bytes.Length)))).ToList();
        var table = new List<uint> { FatSector, EndOfChain };
        var starts = new List<uint>();
        foreach (var (_, bytes) in padded)
        {
            starts.Add((uint)table.Count);
            for (var left = bytes.Length / SectorBytes; left > 1; left--) table.Add((uint)table.Count + 1);
            table.Add(EndOfChain);
        }

        while (table.Count < SectorBytes / 4) table.Add(Free);
        using var file = new MemoryStream();
        file.Write(Header());
        foreach (var next in table) file.Write(Bytes(next));
        using var directory = new MemoryStream();
        directory.Write(Entry("Root Entry", 5, EndOfChain, 0, 1));
        for (var index = 0; index < padded.Count; index++) directory.Write(Entry(padded[index].Name, 2, starts[index], (uint)padded[index].Bytes.Length, Free));
        file.Write(Padded(directory.ToArray(), SectorBytes));
        foreach (var (_, bytes) in padded) file.Write(bytes);
        return file.ToArray();
    }

    static byte[] Records(string sheet, object?[][] rows, (int, int, int, int)[] merges)
    {
        var name = Encoding.Unicode.GetBytes(sheet);
        var globals = Record(0x0809, Words(0x0600, 0x0005, 0, 0, 0, 0, 0, 0))
            .Concat(Record(0x0042, Words(1200)));
        var boundSheetBytes = 4 + 4 + 2 + 2 + name.Length;
        var start = (uint)(globals.Count() + boundSheetBytes + 4);
        var file = globals
            .Concat(Record(0x0085, [.. Bytes(start), 0, 0, (byte)sheet.Length, 1, .. name]))
            .Concat(Record(0x000A, []))
            .Concat(Record(0x0809, Words(0x0600, 0x0010, 0, 0, 0, 0, 0, 0)));
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++) file = file.Concat(Cell(row, column, rows[row][column]));
        }

        if (merges.Length > 0)
            file = file.Concat(Record(0x00E5, [.. Words(merges.Length), .. merges.SelectMany(one => Words(one.Item1, one.Item2, one.Item3, one.Item4))]));
        return file.Concat(Record(0x000A, [])).ToArray();
    }

    static byte[] Cell(int row, int column, object? value) => value switch
    {
        double number => Record(0x0203, [.. Words(row, column, 0), .. BitConverter.GetBytes(number)]),
        string text => Record(0x0204, [.. Words(row, column, 0, text.Length), 1, .. Encoding.Unicode.GetBytes(text)]),
        byte error => Record(0x0205, [.. Words(row, column, 0), error, 1]),
        // A formula whose saved result is an error.
        FormulaError(var error) => Record(0x0006, [.. Words(row, column, 0), 2, 0, error, 0, 0, 0, 0xFF, 0xFF, .. Words(0, 0, 0, 0)]),
        _ => [],
    };

    public sealed record FormulaError(byte Code);

    static byte[] Record(int id, byte[] body) => [.. Words(id, body.Length), .. body];

    static byte[] Words(params int[] words) => words.SelectMany(word => new[] { (byte)word, (byte)(word >> 8) }).ToArray();

    static byte[] Header()
    {
        var header = new byte[SectorBytes];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        Words(0x3E, 3, 0xFFFE, 9, 6).CopyTo(header, 24);
        Put(44, 1);
        Put(48, 1);
        Put(56, 4096);
        Put(60, EndOfChain);
        Put(68, EndOfChain);
        for (var at = 76; at < SectorBytes; at += 4) Put(at, at == 76 ? 0 : Free);
        return header;

        void Put(int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), number);
    }

    static byte[] Entry(string name, byte type, uint start, uint size, uint child)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        entry[64] = (byte)((name.Length + 1) * 2);
        entry[66] = type;
        entry[67] = 1;
        Bytes(Free).CopyTo(entry, 68);
        Bytes(Free).CopyTo(entry, 72);
        Bytes(child).CopyTo(entry, 76);
        Bytes(start).CopyTo(entry, 116);
        Bytes(size).CopyTo(entry, 120);
        return entry;
    }

    static byte[] Bytes(uint number) => BitConverter.GetBytes(number);

    static byte[] Padded(byte[] bytes, int least)
    {
        var padded = new byte[(Math.Max(bytes.Length, least) + SectorBytes - 1) / SectorBytes * SectorBytes];
        bytes.CopyTo(padded, 0);
        return padded;
    }
}
