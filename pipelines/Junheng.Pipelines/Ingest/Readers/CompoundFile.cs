using System.Buffers.Binary;
using System.Text;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The container of older Office files, read without following any loop a damaged file may have.</summary>
internal sealed class CompoundFile
{
    const uint EndOfChain = 0xFFFFFFFE;
    const int Header = 512;
    const int EntryBytes = 128;
    const int SectorsListedInHeader = 109;
    const int MostDirectorySectors = 4096;

    // Shorter streams lie elsewhere; no workbook is that short.
    const int ShortestStream = 4096;

    readonly Stream stream;
    readonly byte[] header;
    readonly int sectorBytes;
    readonly Dictionary<uint, byte[]> table = [];
    readonly List<uint> tableSectors = [];
    readonly Dictionary<string, (uint Start, uint Size)> entries = new(StringComparer.OrdinalIgnoreCase);

    CompoundFile(Stream stream, byte[] header)
    {
        (this.stream, this.header) = (stream, header);
        sectorBytes = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) == 12 ? 4096 : 512;
        ListTable();
        foreach (var directory in Chain(Number(header, 48), MostDirectorySectors))
        {
            for (var at = 0; at < sectorBytes; at += EntryBytes) Add(directory.AsSpan(at, EntryBytes));
        }
    }

    static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <returns>Null when it is no such container.</returns>
    public static CompoundFile? Open(Stream stream)
    {
        var start = new byte[Header];
        stream.Position = 0;
        return stream.ReadAtLeast(start, Header, throwOnEndOfStream: false) == Header && start.AsSpan().StartsWith(Signature) ? new CompoundFile(stream, start) : null;
    }

    /// <returns>Null when it is no such container; as many names as could be read otherwise.</returns>
    public static IReadOnlySet<string>? Names(Stream stream) => Open(stream)?.entries.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>One stream inside, as much of it as there is; empty when there is none.</summary>
    public byte[] Read(string name)
    {
        if (!entries.TryGetValue(name, out var entry) || entry.Size < ShortestStream || entry.Size > stream.Length) return [];
        using var bytes = new MemoryStream();
        foreach (var sector in Chain(entry.Start, (int)(entry.Size / sectorBytes) + 1)) bytes.Write(sector);
        bytes.SetLength(Math.Min(bytes.Length, entry.Size));
        return bytes.ToArray();
    }

    // A chain longer than this, or one that bites its tail, ends here.
    IEnumerable<byte[]> Chain(uint sector, int most)
    {
        for (var count = 0; sector < EndOfChain && count < most; count++, sector = Next(sector))
        {
            if (Sector(sector) is not { } bytes) yield break;
            yield return bytes;
        }
    }

    void Add(ReadOnlySpan<byte> entry)
    {
        var length = Math.Min(64, (int)BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]));
        if (length > 0 && entry[66] != 0)
            entries.TryAdd(Encoding.Unicode.GetString(entry[..length]).TrimEnd('\0'), (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
    }

    // The header lists the first sectors of the table, and a chain of further lists the others.
    void ListTable()
    {
        for (var slot = 0; slot < SectorsListedInHeader; slot++) tableSectors.Add(Number(header, 76 + (slot * 4)));
        var list = Number(header, 68);
        for (var count = 0; list < EndOfChain && count < MostDirectorySectors && Sector(list) is { } more; count++, list = Number(more, sectorBytes - 4))
        {
            for (var at = 0; at < sectorBytes - 4; at += 4) tableSectors.Add(Number(more, at));
        }
    }

    uint Next(uint current)
    {
        var perSector = (uint)sectorBytes / 4;
        var (list, slot) = (current / perSector, current % perSector);
        return list < tableSectors.Count && Cached(tableSectors[(int)list]) is { } part ? Number(part, (int)slot * 4) : EndOfChain;
    }

    byte[]? Cached(uint number)
    {
        if (table.TryGetValue(number, out var known)) return known;
        return Sector(number) is { } read ? table[number] = read : null;
    }

    byte[]? Sector(uint number)
    {
        var offset = sectorBytes == Header ? Header + ((long)number * sectorBytes) : ((long)number + 1) * sectorBytes;
        if (offset + sectorBytes > stream.Length) return null;
        var bytes = new byte[sectorBytes];
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
