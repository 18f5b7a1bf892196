namespace Classroom.Training;

/// <summary>A stream whose first bytes have been looked at and are read again.</summary>
internal sealed class PeekedStream : Stream
{
    private readonly Stream rest;
    private readonly byte[] head = new byte[2];
    private readonly int headLength;
    private int headRead;

    public PeekedStream(Stream stream)
    {
        rest = stream;
        headLength = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> Head => head.AsSpan(0, headLength);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (headRead == headLength)
        {
            return rest.Read(buffer);
        }

        var count = Math.Min(buffer.Length, headLength - headRead);
        head.AsSpan(headRead, count).CopyTo(buffer);
        headRead += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
