using System.Buffers;
using System.Text;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>
/// A file of text cells that DuckDB reads back exactly. A missing cell is nothing at all, an empty one is <c>""</c>:
/// read with <c>allow_quoted_nulls=false</c> the two stay apart.
/// </summary>
sealed class StagedCells : IDisposable
{
    const int BufferSize = 1 << 18;

    // A byte order mark at the very start of the file would be swallowed unless it is quoted.
    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n\uFEFF");

    readonly FileStream file;
    readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    int used;
    long rowStart;

    public StagedCells(string path) =>
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>Bytes of the longest row; DuckDB must be told of rows above 2 MB.</summary>
    public long LongestRow { get; private set; }

    /// <summary>Whether a cell holds a line break, so that a line is not always a row.</summary>
    public bool HasLineBreaks { get; private set; }

    long Position => file.Position + used;

    public void Add(string? text)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length == 0)
        {
            Add("\"\""u8);
        }
        else if (text.AsSpan().ContainsAny(NeedQuotes))
        {
            AddQuoted(text);
        }
        else
        {
            AddText(text);
        }
    }

    public void NextCell() => Add((byte)',');

    public void NextRow()
    {
        Add((byte)'\n');
        LongestRow = Math.Max(LongestRow, Position - rowStart);
        rowStart = Position;
    }

    public void Flush()
    {
        file.Write(buffer, 0, used);
        used = 0;
    }

    public void Dispose()
    {
        file.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    void AddQuoted(string text)
    {
        HasLineBreaks |= text.AsSpan().ContainsAny('\r', '\n');
        Add((byte)'"');
        var rest = text.AsSpan();
        for (int quote; (quote = rest.IndexOf('"')) >= 0; rest = rest[(quote + 1)..])
        {
            AddText(rest[..quote]);
            Add("\"\""u8);
        }

        AddText(rest);
        Add((byte)'"');
    }

    void AddText(ReadOnlySpan<char> text)
    {
        // One UTF-16 unit becomes at most three bytes.
        const int Piece = BufferSize / 3;
        while (text.Length > Piece)
        {
            var length = char.IsHighSurrogate(text[Piece - 1]) ? Piece - 1 : Piece;
            AddPiece(text[..length]);
            text = text[length..];
        }

        AddPiece(text);
    }

    void AddPiece(ReadOnlySpan<char> text)
    {
        MakeRoom(text.Length * 3);
        used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
    }

    void Add(ReadOnlySpan<byte> bytes)
    {
        MakeRoom(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    void Add(byte one)
    {
        MakeRoom(1);
        buffer[used++] = one;
    }

    void MakeRoom(int bytes)
    {
        if (used + bytes > buffer.Length)
        {
            Flush();
        }
    }
}
