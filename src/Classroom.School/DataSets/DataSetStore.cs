using System.Globalization;
using System.Text.Json;
using Classroom.Naming;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.DataSets;

/// <summary>Uploaded data sets, kept in the database so that every node of a cluster and every backup has them.</summary>
public sealed partial class DataSetStore(IDbContextFactory<ClassroomDbContext> contexts, SchoolOptions school, TimeProvider clock)
{
    public const int LongestTitle = 120;

    private readonly SchoolLimits limits = school.Limits;

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

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var replaced = wanted.Replaces is not { } replacedId ? null
            : await db.DataSets.Current().ManagedBy(actor).SingleOrDefaultAsync(entry => entry.Id == replacedId, cancellationToken);
        if (wanted.Replaces is not null && replaced is null)
        {
            return new Refusal.Conflict(AlreadyGone);
        }

        var entry = new DataSetEntry
        {
            Id = Guid.CreateVersion7(),
            Title = wanted.Title.Trim(),
            Kind = wanted.Kind,
            Examples = wanted.Examples,
            ShapeJson = JsonSerializer.Serialize(wanted.Shape),
            ClassesJson = JsonSerializer.Serialize(wanted.Classes),
            OwnerId = replaced?.OwnerId ?? actor.UserId,
            CreatedUtc = clock.UtcNow(),
        };
        await db.LockOwnerAsync(entry.OwnerId, cancellationToken);
        if (replaced is not null)
        {
            // By whoever is first: of two who replace at the same time, one is refused.
            var hidden = await db.DataSets.Current().Where(stored => stored.Id == replaced.Id).ExecuteUpdateAsync(
                set => set.SetProperty(stored => stored.HiddenUtc, (DateTime?)entry.CreatedUtc).SetProperty(stored => stored.ReplacedById, (Guid?)entry.Id), cancellationToken);
            if (hidden == 0)
            {
                return new Refusal.Conflict(AlreadyGone);
            }
        }

        if (await TitleClashAsync(db, actor, entry.OwnerId, entry.Title, replaced?.Id, cancellationToken) is { } clash)
        {
            return new Refusal.Invalid([clash]);
        }

        var left = await LeftForAsync(db, entry.OwnerId, cancellationToken);
        db.DataSets.Add(entry);
        db.Record(
            actor,
            clock,
            replaced is null ? AuditAction.DataSetAdded : AuditAction.DataSetReplaced,
            replaced?.Title ?? entry.Title,
            replaced is null || replaced.Title == entry.Title ? null : $"by {entry.Title}");
        await db.SaveChangesAsync(cancellationToken);
        if (await StorePartsAsync(db, entry.Id, content, Math.Min(left, limits.DataSetBytes), cancellationToken) is not { } bytes)
        {
            return left < limits.DataSetBytes ? OverQuota(left) : new Refusal.Invalid("files", $"The data set is larger than {limits.DataSetBytes / (1024 * 1024)} MiB. Leave out some examples.");
        }

        if (bytes == 0)
        {
            return new Refusal.Invalid("files", "The data set is empty. Choose a file with examples in it.");
        }

        await db.DataSets.Where(stored => stored.Id == entry.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Bytes, bytes), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (replaced is not null)
        {
            await ReleaseHiddenAsync(cancellationToken);
        }

        return (await FindVisibleAsync(actor, entry.Id, cancellationToken))!;
    }

    /// <summary>Visible data sets by title, without those that were removed or replaced.</summary>
    public async Task<IReadOnlyList<DataSetDetails>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await db.DataSets.AsNoTracking().Include(entry => entry.Owner).Current().VisibleTo(db, actor).ToListAsync(cancellationToken);
        return [.. entries.Select(ToDetails).OrderBy(entry => entry.Title, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.Id)];
    }

    /// <summary>Null where there is no such data set, none that the actor may see, or none any more.</summary>
    public async Task<DataSetDetails?> FindVisibleAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entry = await db.DataSets.AsNoTracking().Include(entry => entry.Owner).Current().VisibleTo(db, actor)
            .SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
        return entry is null ? null : ToDetails(entry);
    }

    /// <summary>For the engine: the content, read part by part as it is needed; null where there is no such data set, or its content is gone.</summary>
    public async Task<Stream?> OpenAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var length = await db.DataSets.Where(entry => entry.Id == id).Select(entry => (long?)entry.Bytes).SingleOrDefaultAsync(cancellationToken);
        return length is > 0 and var bytes ? new DataSetStream(contexts, id, bytes) : null;
    }

    /// <summary>Of what this person may store, in bytes, what is left. Her row must be locked, so that two uploads at once do not both get it.</summary>
    private async Task<long> LeftForAsync(ClassroomDbContext db, int ownerId, CancellationToken cancellationToken) =>
        Math.Max(0, limits.DataSetBytesPerPerson - await db.DataSets.Where(stored => stored.OwnerId == ownerId).SumAsync(stored => stored.Bytes, cancellationToken));

    private Refusal.StorageExceeded OverQuota(long left)
    {
        const double Mebibyte = 1024 * 1024;
        return new Refusal.StorageExceeded(string.Create(
            CultureInfo.InvariantCulture,
            $"Your data sets may take up {limits.DataSetBytesPerPerson / Mebibyte:#,0.#} MiB in all, and only {left / Mebibyte:#,0.#} MiB of that are left: too little for this one. Remove a data set that you no longer need, or ask whoever runs Classroom for more (Classroom__DataSets__MaxMegabytesPerPerson)."));
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
        entry.Bytes,
        entry.HiddenUtc,
        entry.ReplacedById);

    /// <summary>The number of bytes stored; null where there are more than allowed.</summary>
    private static async Task<long?> StorePartsAsync(ClassroomDbContext db, Guid id, Stream content, long allowed, CancellationToken cancellationToken)
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

    private List<Fault> Faults(NewDataSet wanted)
    {
        var faults = TitleFaults(wanted.Title);
        if (wanted.Examples < 1 || wanted.Examples > limits.DataSetExamples)
        {
            faults.Add(new Fault("files", $"A data set has 1 to {Counted.Of(limits.DataSetExamples, "example")}; this one has {wanted.Examples:N0}."));
        }

        return faults;
    }
}
