namespace Classroom.School.DataSets;

/// <summary>The bytes of a data set, stored in <see cref="DataSetPart"/>s and read by <see cref="DataSetStream"/>.</summary>
internal static class DataSetContent
{
    /// <summary>The number of bytes stored; null where there are more than allowed.</summary>
    public static async Task<long?> StoreAsync(
        ClassroomDbContext db, Guid id, Stream content, long allowed, CancellationToken cancellationToken)
    {
        var buffer = new byte[DataSetPart.Size];
        var total = 0L;
        for (var index = 0; ; index++)
        {
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            total += read;
            if (total > allowed)
            {
                return null;
            }

            if (read > 0)
            {
                db.DataSetParts.Add(new DataSetPart { DataSetId = id, Index = index, Data = buffer[..read] });
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }

            if (read < buffer.Length)
            {
                return total;
            }
        }
    }
}
