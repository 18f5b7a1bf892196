using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

/// <summary>Uploaded data sets, kept in the database so that every node of a cluster and every backup has them.</summary>
public sealed class DataSetStore(IDbContextFactory<ClassroomDbContext> contexts, SchoolLimits limits, TimeProvider clock)
{
    public const int LongestTitle = 120;

    /// <summary>
    /// Stores a data set, all of it or nothing. For teachers and admins. The content should come from a file or from memory:
    /// on SQLite other writers wait until it is stored.
    /// </summary>
    public async Task<Outcome<DataSetDetails>> CreateAsync(
        Actor actor, NewDataSet wanted, Stream content, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        if (Faults(wanted) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        var entry = new DataSetEntry
        {
            Id = Guid.CreateVersion7(),
            Title = wanted.Title.Trim(),
            Kind = wanted.Kind,
            Examples = wanted.Examples,
            ShapeJson = JsonSerializer.Serialize(wanted.Shape),
            ClassesJson = JsonSerializer.Serialize(wanted.Classes),
            OwnerId = actor.UserId,
            CreatedUtc = clock.UtcNow(),
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.DataSets.Add(entry);
        db.Record(actor, clock, AuditAction.DataSetAdded, entry.Title);
        await db.SaveChangesAsync(cancellationToken);
        if (await StorePartsAsync(db, entry.Id, content, cancellationToken) is not { } bytes)
        {
            return new Refusal.Invalid("files", $"The data set is larger than {limits.DataSetBytes / (1024 * 1024)} MiB. Leave out some examples.");
        }

        if (bytes == 0)
        {
            return new Refusal.Invalid("files", "The data set is empty. Choose a file with examples in it.");
        }

        await db.DataSets.Where(stored => stored.Id == entry.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Bytes, bytes), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await FindVisibleAsync(actor, entry.Id, cancellationToken))!;
    }

    /// <summary>Visible data sets by title.</summary>
    public async Task<IReadOnlyList<DataSetDetails>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await db.DataSets.AsNoTracking().Include(entry => entry.Owner).VisibleTo(db, actor).ToListAsync(cancellationToken);
        return [.. entries.Select(ToDetails).OrderBy(entry => entry.Title, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.Id)];
    }

    /// <summary>Null where there is no such data set, or none that the actor may see.</summary>
    public async Task<DataSetDetails?> FindVisibleAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entry = await db.DataSets.AsNoTracking().Include(entry => entry.Owner).VisibleTo(db, actor)
            .SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
        return entry is null ? null : ToDetails(entry);
    }

    /// <summary>For the engine: the content, read part by part as it is needed; null where there is no such data set.</summary>
    public async Task<Stream?> OpenAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var length = await db.DataSets.Where(entry => entry.Id == id).Select(entry => (long?)entry.Bytes).SingleOrDefaultAsync(cancellationToken);
        return length is { } bytes ? new DataSetStream(contexts, id, bytes) : null;
    }

    private static DataSetDetails ToDetails(DataSetEntry entry) => new(
        entry.Id,
        entry.Title,
        entry.Kind,
        entry.Examples,
        JsonSerializer.Deserialize<int[]>(entry.ShapeJson)!,
        JsonSerializer.Deserialize<string[]>(entry.ClassesJson)!,
        entry.OwnerId,
        entry.Owner.DisplayName,
        entry.CreatedUtc,
        entry.Bytes);

    /// <summary>The number of bytes stored; null where there are more than allowed.</summary>
    private async Task<long?> StorePartsAsync(ClassroomDbContext db, Guid id, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[DataSetPart.Size];
        var total = 0L;
        for (var index = 0; ; index++)
        {
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            total += read;
            if (total > limits.DataSetBytes)
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

    private List<Fault> Faults(NewDataSet wanted)
    {
        var faults = new List<Fault>();
        if (wanted.Title?.Trim() is not { Length: > 0 and <= LongestTitle })
        {
            faults.Add(new Fault("title", $"Give the data set a title of 1 to {LongestTitle} characters."));
        }

        if (wanted.Examples < 1 || wanted.Examples > limits.DataSetExamples)
        {
            faults.Add(new Fault("files", $"A data set has 1 to {limits.DataSetExamples} examples; this one has {wanted.Examples}."));
        }

        return faults;
    }
}
