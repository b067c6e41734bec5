using System.Text;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The records of an .xls (BIFF8) of plain sheets: words once in a shared table, numbers, merged cells; one font, one format.</summary>
static class OldWorkbook
{
    const int MostRows = 65_536;
    const int MostColumns = 256;

    // A record is no longer than this; the table of words goes on in further ones.
    const int RecordBytes = 8_224;

    // The formats of named styles come first; those of cells are the ones behind them.
    const int StyleFormats = 15;

    public static void Write(string path, IReadOnlyList<PlainSheet> sheets) => File.WriteAllBytes(path, OldContainer.Of("Workbook", Records(sheets)));

    static byte[] Records(IReadOnlyList<PlainSheet> sheets)
    {
        var words = new SharedWords();
        var bodies = sheets.Select(sheet => SheetRecords(sheet, words)).ToList();
        byte[] before = [.. Record(0x0809, Words(0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 0, 6, 0)), .. Record(0x0042, Words(1200)), .. Formats()];
        byte[] after = [.. words.Records(), .. Record(0x000A, [])];
        var start = before.Length + sheets.Sum(sheet => BoundSheet(sheet.Name, 0).Length) + after.Length;
        using var file = new MemoryStream();
        file.Write(before);
        for (var index = 0; index < sheets.Count; start += bodies[index++].Length) file.Write(BoundSheet(sheets[index].Name, start));
        file.Write(after);
        foreach (var body in bodies) file.Write(body);
        return file.ToArray();
    }

    static byte[] Formats()
    {
        var font = Record(0x0031, [.. Words(200, 0, 0x7FFF, 400, 0), 0, 0, 0, 0, 5, 0, .. "Arial"u8]);
        byte[] Format(int kind) => Record(0x00E0, [.. Words(0, 0, kind), 0x20, 0, 0, 0xF8, .. new byte[8], .. Words(0x20C0)]);
        return [.. Enumerable.Repeat(font, 4).SelectMany(one => one), .. Enumerable.Repeat(Format(0xFFF5), StyleFormats).SelectMany(one => one), .. Format(0x0001), .. Record(0x0293, [.. Words(0x8000), 0, 0xFF])];
    }

    static byte[] BoundSheet(string name, int start) => Record(0x0085, [.. BitConverter.GetBytes(start), 0, 0, (byte)name.Length, 1, .. Encoding.Unicode.GetBytes(name)]);

    static byte[] SheetRecords(PlainSheet sheet, SharedWords words)
    {
        var width = sheet.Rows.Max(row => row.Count);
        if (sheet.Rows.Count > MostRows || width > MostColumns) throw new InvalidOperationException($"{sheet.Name} does not fit into an .xls.");
        using var file = new MemoryStream();
        file.Write(Record(0x0809, Words(0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 0, 6, 0)));
        file.Write(Record(0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(sheet.Rows.Count), .. Words(0, width, 0)]));
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            for (var column = 0; column < sheet.Rows[row].Count; column++)
            {
                if (sheet.Rows[row][column] is { Length: > 0 } text) file.Write(Cell(row, column, text, words));
            }
        }

        file.Write(Record(0x023E, Words(0x06B6, 0, 0, 0x40, 0, 0, 0, 0, 0)));
        if (sheet.Merged.Count > 0)
            file.Write(Record(0x00E5, [.. Words(sheet.Merged.Count), .. sheet.Merged.SelectMany(range => Words(range.FirstRow - 1, range.LastRow - 1, range.FirstColumn - 1, range.LastColumn - 1))]));
        file.Write(Record(0x000A, []));
        return file.ToArray();
    }

    static byte[] Cell(int row, int column, string text, SharedWords words) => PlainSheet.NumberOf(text) is { } number
        ? Record(0x0203, [.. Words(row, column, StyleFormats), .. BitConverter.GetBytes((double)number)])
        : Record(0x00FD, [.. Words(row, column, StyleFormats), .. BitConverter.GetBytes(words.IndexOf(text))]);

    static byte[] Record(int id, ReadOnlySpan<byte> body) => [.. Words(id, body.Length), .. body];

    static byte[] Words(params IEnumerable<int> words) => words.SelectMany(word => new[] { (byte)word, (byte)(word >> 8) }).ToArray();

    /// <summary>Every word of the workbook, once.</summary>
    sealed class SharedWords
    {
        readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
        int used;

        public int IndexOf(string text)
        {
            used++;
            if (indices.TryGetValue(text, out var known)) return known;
            return indices[text] = indices.Count;
        }

        // No word is parted: a record ends where the next word would not fit.
        public IEnumerable<byte> Records()
        {
            var (id, body) = (0x00FC, new List<byte>([.. BitConverter.GetBytes(used), .. BitConverter.GetBytes(indices.Count)]));
            foreach (var text in indices.OrderBy(pair => pair.Value).Select(pair => pair.Key))
            {
                byte[] word = [.. Words(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];
                if (word.Length > RecordBytes) throw new InvalidOperationException("A cell of the sample is too long for an .xls.");
                if (body.Count + word.Length > RecordBytes)
                {
                    foreach (var one in Record(id, body.ToArray())) yield return one;
                    (id, body) = (0x003C, []);
                }

                body.AddRange(word);
            }

            foreach (var one in Record(id, body.ToArray())) yield return one;
        }
    }
}
