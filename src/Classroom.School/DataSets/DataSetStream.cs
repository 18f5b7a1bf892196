using Microsoft.EntityFrameworkCore;

namespace Classroom.School.DataSets;

/// <summary>Reads a data set part by part, so that no more than one part is in memory.</summary>
internal sealed class DataSetStream(IDbContextFactory<ClassroomDbContext> contexts, Guid id, long length) : Stream
{
    private byte[] loaded = [];
    private long loadedIndex = -1;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        if (position / DataSetPart.Size != loadedIndex)
        {
            using var db = contexts.CreateDbContext();
            loaded = Part(db).Single();
            loadedIndex = position / DataSetPart.Size;
        }

        return CopyFromPart(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        if (position / DataSetPart.Size != loadedIndex)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            loaded = await Part(db).SingleAsync(cancellationToken);
            loadedIndex = position / DataSetPart.Size;
        }

        return CopyFromPart(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A stored data set does not change.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A stored data set does not change.");

    private IQueryable<byte[]> Part(ClassroomDbContext db)
    {
        var index = (int)(position / DataSetPart.Size);
        return db.DataSetParts.Where(part => part.DataSetId == id && part.Index == index).Select(part => part.Data);
    }

    private int CopyFromPart(Span<byte> buffer)
    {
        var rest = loaded.AsSpan((int)(position % DataSetPart.Size));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        position += count;
        return count;
    }
}
