using System.Buffers.Binary;
using System.Text;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The names inside the container of older Office files, read without following any loop a damaged file may have.</summary>
internal static class CompoundFile
{
    const uint EndOfChain = 0xFFFFFFFE;
    const int Header = 512;
    const int EntryBytes = 128;
    const int SectorsListedInHeader = 109;
    const int MostDirectorySectors = 4096;

    static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <returns>Null when it is no such container; as many names as could be read otherwise.</returns>
    public static IReadOnlySet<string>? Names(Stream stream)
    {
        var header = new byte[Header];
        stream.Position = 0;
        if (stream.ReadAtLeast(header, Header, throwOnEndOfStream: false) < Header || !header.AsSpan().StartsWith(Signature)) return null;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var sectorBytes = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) == 12 ? 4096 : 512;
        var table = new Dictionary<uint, byte[]>();
        var sector = Number(header, 48);
        // A chain longer than this, or one that bites its tail, ends here.
        for (var count = 0; sector < EndOfChain && count < MostDirectorySectors; count++)
        {
            if (Sector(sector) is not { } directory) break;
            for (var at = 0; at < sectorBytes; at += EntryBytes) Add(directory.AsSpan(at, EntryBytes));
            sector = Next(sector);
        }

        return names;

        void Add(ReadOnlySpan<byte> entry)
        {
            var length = Math.Min(64, (int)BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]));
            if (length > 0 && entry[66] != 0) names.Add(Encoding.Unicode.GetString(entry[..length]).TrimEnd('\0'));
        }

        uint Next(uint current)
        {
            var perSector = (uint)sectorBytes / 4;
            var (list, slot) = (current / perSector, current % perSector);
            if (list >= SectorsListedInHeader || Cached(Number(header, 76 + ((int)list * 4))) is not { } part) return EndOfChain;
            return Number(part, (int)slot * 4);
        }

        byte[]? Cached(uint number)
        {
            if (table.TryGetValue(number, out var known)) return known;
            if (Sector(number) is not { } read) return null;
            return table[number] = read;
        }

        byte[]? Sector(uint number)
        {
            var offset = Header + ((long)number * sectorBytes);
            if (sectorBytes == 4096) offset = ((long)number + 1) * sectorBytes;
            if (offset + sectorBytes > stream.Length) return null;
            var bytes = new byte[sectorBytes];
            stream.Position = offset;
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
