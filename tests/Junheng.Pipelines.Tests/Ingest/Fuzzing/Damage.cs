using System.IO.Compression;
using System.Text;

namespace Junheng.Pipelines.Tests.Ingest.Fuzzing;

/// <summary>Spoils bytes by a seeded draw. Of an archive the parts inside are spoiled as often as the archive, so that damage gets past its checksums.</summary>
sealed class Damage(Random random)
{
    static readonly string[] Pieces =
    [
        "\0", "\n", "\r\n", ",", "\"", "\t", "|", "合计", "注：", "-1", "*", "1E308", "1E-400", "99999999999999999999", "=1+1", "\uFEFF", "😀", "\u0300", "－", "１２", "<", ">", "/>", "&amp;", "&#0;", "<!DOCTYPE x [", "]>", "r=\"A1048577\"",
        "r=\"XFE1\"", "t=\"s\"", "t=\"e\"", "<v>-1</v>", "<row r=\"1048576\">", "ref=\"A1:XFD1048576\"", "{", "}", "[", ": ", "- ", "&a", "*a", "!!x", "? ", "%", "years: 1-9999", "from: ", "sum: [", "from: A | B > C @ D",
    ];

    public byte[] Of(byte[] whole)
    {
        var bytes = whole;
        if (whole.AsSpan().StartsWith("PK"u8) && random.Next(3) > 0) bytes = Inside(whole);
        else for (var times = random.Next(1, 10); times > 0; times--) bytes = Once(bytes);
        return bytes;
    }

    byte[] Inside(byte[] whole)
    {
        using var file = new MemoryStream();
        file.Write(whole);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                var entry = archive.Entries[random.Next(archive.Entries.Count)];
                if (random.Next(12) == 0)
                {
                    entry.Delete();
                    if (archive.Entries.Count == 0) break;
                    continue;
                }

                using var stream = entry.Open();
                using var part = new MemoryStream();
                stream.CopyTo(part);
                var spoiled = part.ToArray();
                for (var changes = random.Next(1, 6); changes > 0; changes--) spoiled = Once(spoiled);
                stream.SetLength(0);
                stream.Write(spoiled);
            }
        }

        return file.ToArray();
    }

    byte[] Once(byte[] bytes)
    {
        if (bytes.Length == 0) return Encoding.UTF8.GetBytes(Piece());
        var (at, length) = (random.Next(bytes.Length), random.Next(1, 1 + Math.Min(64, bytes.Length)));
        var end = Math.Min(bytes.Length, at + length);
        switch (random.Next(7))
        {
            case 0: return [.. bytes[..at], .. bytes[end..]];
            case 1: return [.. bytes[..end], .. bytes[at..]];
            case 2: return [.. bytes[..at], .. Encoding.UTF8.GetBytes(Piece()), .. bytes[at..]];
            case 3: return random.Next(8) == 0 ? bytes[..at] : [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]];
            case 4:
                var from = random.Next(bytes.Length);
                return [.. bytes[..at], .. bytes[from..Math.Min(bytes.Length, from + length)], .. bytes[end..]];
            case 5: return [.. bytes[..at], .. Enumerable.Repeat((byte)(random.Next(2) * 255), end - at), .. bytes[end..]];
            default: return [.. bytes[..at], .. Encoding.UTF8.GetBytes(Piece()), .. bytes[end..]];
        }
    }

    string Piece() => Pieces[random.Next(Pieces.Length)];
}
