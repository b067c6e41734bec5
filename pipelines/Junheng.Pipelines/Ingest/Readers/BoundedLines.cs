namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Stops a file that is one endless line from being held in memory as one row.</summary>
internal sealed class BoundedLines(TextReader inner, int most) : TextReader
{
    int line;

    public override int Read(char[] buffer, int index, int count) => Counted(buffer.AsSpan(index, inner.Read(buffer, index, count)));

    public override int Read(Span<char> buffer) => Counted(buffer[..inner.Read(buffer)]);

    public override int Read() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    int Counted(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOfAny('\n', '\r');
        line = end < 0 ? line + text.Length : text.Length - end - 1;
        return line <= most ? text.Length : throw new LineTooLongException(most);
    }
}

/// <summary>A line goes on beyond its bound.</summary>
internal sealed class LineTooLongException(int most) : IOException
{
    public int Most => most;
}
