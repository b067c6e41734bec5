namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Stops a small archive from unfolding into an endless one.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    int Counted(int bytes)
    {
        read += bytes;
        return read <= most ? bytes : throw new UnfoldsTooFarException(most);
    }
}

/// <summary>An archive would unfold beyond its bound.</summary>
internal sealed class UnfoldsTooFarException(long most) : IOException
{
    public long Most => most;
}
