using System.Buffers.Binary;
using System.Text;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The container of old Office files, with one stream in it.</summary>
static class OldContainer
{
    const int SectorBytes = 512;
    const int NumbersInASector = SectorBytes / 4;
    const int SectorsListedInHeader = 109;

    // A shorter stream would have to lie elsewhere.
    const int ShortestStream = 4096;
    const uint EndOfChain = 0xFFFFFFFE;
    const uint TableSector = 0xFFFFFFFD;
    const uint Free = 0xFFFFFFFF;

    public static byte[] Of(string name, byte[] content)
    {
        var sectors = (Math.Max(content.Length, ShortestStream) + SectorBytes - 1) / SectorBytes;
        // The table lists itself, the directory and the content.
        var tables = 1;
        while (tables * NumbersInASector < tables + 1 + sectors) tables++;
        if (tables > SectorsListedInHeader) throw new InvalidOperationException("The sample's workbook is too large for an .xls.");
        var file = new byte[SectorBytes * (1 + tables + 1 + sectors)];
        Header(file, tables);
        Table(file.AsSpan(SectorBytes, tables * SectorBytes), tables, sectors);
        var directory = file.AsSpan(SectorBytes * (1 + tables), SectorBytes);
        Entry(directory, "Root Entry", 5, EndOfChain, 0, child: 1);
        Entry(directory[128..], name, 2, (uint)tables + 1, (uint)(sectors * SectorBytes), child: Free);
        content.CopyTo(file.AsSpan(SectorBytes * (2 + tables)));
        return file;
    }

    static void Header(Span<byte> file, int tables)
    {
        ReadOnlySpan<byte> signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file);
        // Versions, the order of bytes, the sizes of sectors as powers of two.
        ReadOnlySpan<ushort> sizes = [0x3E, 3, 0xFFFE, 9, 6];
        for (var index = 0; index < sizes.Length; index++) BinaryPrimitives.WriteUInt16LittleEndian(file[(24 + (index * 2))..], sizes[index]);
        Put(file, 44, (uint)tables);
        Put(file, 48, (uint)tables);
        Put(file, 56, ShortestStream);
        Put(file, 60, EndOfChain);
        Put(file, 68, EndOfChain);
        for (var slot = 0; slot < SectorsListedInHeader; slot++) Put(file, 76 + (slot * 4), slot < tables ? (uint)slot : Free);
    }

    static void Table(Span<byte> table, int tables, int sectors)
    {
        var content = tables + 1;
        for (var sector = 0; sector < table.Length / 4; sector++)
        {
            Put(table, sector * 4, sector switch
            {
                _ when sector < tables => TableSector,
                _ when sector == tables || sector == content + sectors - 1 => EndOfChain,
                _ when sector < content + sectors => (uint)sector + 1,
                _ => Free,
            });
        }
    }

    static void Entry(Span<byte> entry, string name, byte type, uint start, uint size, uint child)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        entry[64] = (byte)((name.Length + 1) * 2);
        entry[66] = type;
        entry[67] = 1;
        Put(entry, 68, Free);
        Put(entry, 72, Free);
        Put(entry, 76, child);
        Put(entry, 116, start);
        Put(entry, 120, size);
    }

    static void Put(Span<byte> bytes, int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], number);
}
