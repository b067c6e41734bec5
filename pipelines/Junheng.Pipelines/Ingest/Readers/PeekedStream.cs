namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class PeekedStream(Stream inner) : IDisposable
{
    byte[] head = [];

    public ReadOnlySpan<byte> Peek(int bytes)
    {
        head = new byte[bytes];
        head = head[..inner.ReadAtLeast(head, bytes, throwOnEndOfStream: false)];
        return head;
    }

    /// <summary>The same, less the first bytes.</summary>
    public Stream RestBehind(int bytes) => new Joined(head[bytes..], inner);

    public void Dispose() => inner.Dispose();

    sealed class Joined(byte[] head, Stream rest) : Stream
    {
        int taken;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (taken == head.Length) return rest.Read(buffer);
            var count = Math.Min(buffer.Length, head.Length - taken);
            head.AsSpan(taken, count).CopyTo(buffer);
            taken += count;
            return count;
        }

        public override void Flush() => rest.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
