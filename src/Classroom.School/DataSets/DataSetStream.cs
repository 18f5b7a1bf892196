using Microsoft.EntityFrameworkCore;

namespace Classroom.School.DataSets;

/// <summary>Reads a data set part by part, so that no more than one part is in memory.</summary>
internal sealed class DataSetStream(IDbContextFactory<ClassroomDbContext> contexts, Guid id, long length) : Stream
{
    private byte[] _part = [];
    private long _partIndex = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        if (_position / DataSetPart.Size != _partIndex)
        {
            using var db = contexts.CreateDbContext();
            _part = Part(db).Single();
            _partIndex = _position / DataSetPart.Size;
        }

        return CopyFromPart(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        if (_position / DataSetPart.Size != _partIndex)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            _part = await Part(db).SingleAsync(cancellationToken);
            _partIndex = _position / DataSetPart.Size;
        }

        return CopyFromPart(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A stored data set does not change.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A stored data set does not change.");

    private IQueryable<byte[]> Part(ClassroomDbContext db)
    {
        var index = (int)(_position / DataSetPart.Size);
        return db.DataSetParts.Where(part => part.DataSetId == id && part.Index == index).Select(part => part.Data);
    }

    private int CopyFromPart(Span<byte> buffer)
    {
        var rest = _part.AsSpan((int)(_position % DataSetPart.Size));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }
}
