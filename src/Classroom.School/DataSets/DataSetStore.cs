using System.Globalization;
using System.Text.Json;
using Classroom.Naming;
using Classroom.School.Audit;
using Classroom.School.People;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.DataSets;

/// <summary>
/// Stores, renames, replaces and removes data sets. They are in the database, so that every node of a cluster and every backup has
/// them.
/// </summary>
public sealed class DataSetStore(
    IDbContextFactory<ClassroomDbContext> contexts,
    DataSetReader reader,
    DataSetTitles titles,
    SchoolLimits limits,
    TimeProvider clock)
{
    private const string AlreadyGone = "This data set has been replaced or removed in the meantime. Load the list of data sets again.";

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
        await db.LockPersonAsync(entry.OwnerId, cancellationToken);
        if (replaced is not null)
        {
            // By whoever is first: of two who replace at the same time, one is refused.
            var hidden = await db.DataSets.Current().Where(stored => stored.Id == replaced.Id).ExecuteUpdateAsync(
                set => set.SetProperty(stored => stored.HiddenUtc, (DateTime?)entry.CreatedUtc)
                    .SetProperty(stored => stored.ReplacedById, (Guid?)entry.Id),
                cancellationToken);
            if (hidden == 0)
            {
                return new Refusal.Conflict(AlreadyGone);
            }
        }

        if (await titles.FindClashAsync(db, actor, entry.OwnerId, entry.Title, replaced?.Id, cancellationToken) is { } clash)
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
        if (await DataSetContent.StoreAsync(db, entry.Id, content, Math.Min(left, limits.DataSetBytes), cancellationToken) is not { } bytes)
        {
            return left < limits.DataSetBytes
                ? OverQuota(left)
                : new Refusal.Invalid(
                    "files", $"The data set is larger than {limits.DataSetBytes / (1024 * 1024)} MiB. Leave out some examples.");
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

        return (await reader.FindVisibleAsync(actor, entry.Id, cancellationToken))!;
    }

    /// <summary>
    /// Of what this person may store, in bytes, what is left. Her row must be locked, so that two uploads at once do not both get it.
    /// </summary>
    private async Task<long> LeftForAsync(ClassroomDbContext db, int ownerId, CancellationToken cancellationToken)
    {
        var used = await db.DataSets.Where(stored => stored.OwnerId == ownerId).SumAsync(stored => stored.Bytes, cancellationToken);
        return Math.Max(0, limits.DataSetBytesPerPerson - used);
    }

    private Refusal.StorageExceeded OverQuota(long left)
    {
        const double Mebibyte = 1024 * 1024;
        return new Refusal.StorageExceeded(string.Create(
            CultureInfo.InvariantCulture,
            $"Your data sets may take up {limits.DataSetBytesPerPerson / Mebibyte:#,0.#} MiB in all, and only {left / Mebibyte:#,0.#} MiB "
            + $"of that are left: too little for this one. Remove a data set that you no longer need, or ask whoever runs Classroom for "
            + $"more (Classroom__DataSets__MaxMegabytesPerPerson)."));
    }

    private List<Fault> Faults(NewDataSet wanted)
    {
        var faults = DataSetTitles.FindFaults(wanted.Title);
        if (wanted.Examples < 1 || wanted.Examples > limits.DataSetExamples)
        {
            faults.Add(new Fault(
                "files", $"A data set has 1 to {Counted.Format(limits.DataSetExamples, "example")}; this one has {wanted.Examples:N0}."));
        }

        return faults;
    }

    /// <param name="actor">Its owner or an admin.</param>
    /// <param name="id">The data set.</param>
    /// <param name="title">The new title.</param>
    /// <param name="was">The title that the person saw when typing the new one.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Refusal?> RenameAsync(Actor actor, Guid id, string? title, string? was, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindManagedAsync(db, actor, id, cancellationToken) is not { } entry)
        {
            return new Refusal.NotFound();
        }

        if (DataSetTitles.FindFaults(title) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        if (entry.Title != was)
        {
            return new Refusal.Conflict(
                $"Someone else has renamed this data set to “{entry.Title}” in the meantime. Load the page again, then repeat your "
                    + "change.");
        }

        var trimmed = title!.Trim();
        if (await titles.FindClashAsync(db, actor, entry.OwnerId, trimmed, id, cancellationToken) is { } clash)
        {
            return new Refusal.Invalid([clash]);
        }

        if (trimmed != entry.Title)
        {
            db.Record(actor, clock, AuditAction.DataSetRenamed, entry.Title, $"to {trimmed}");
            entry.Title = trimmed;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return null;
    }

    /// <summary>
    /// Takes a data set out of all lists and deletes its content; where runs on it are unfinished, the content goes when they
    /// have ended. Its runs keep their curves, and what they were trained on.
    /// </summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await FindManagedAsync(db, actor, id, cancellationToken) is not { } entry)
            {
                return new Refusal.NotFound();
            }

            entry.HiddenUtc = clock.UtcNow();
            db.Record(actor, clock, AuditAction.DataSetRemoved, entry.Title);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await ReleaseHiddenAsync(cancellationToken);
        return null;
    }

    /// <summary>Deletes the content of data sets that were removed or replaced, as soon as no unfinished run needs it.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> ReleaseHiddenAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var released = 0;
        var hidden = db.DataSets.Where(entry => entry.HiddenUtc != null && entry.Bytes > 0);
        foreach (var id in await hidden.Select(entry => entry.Id).ToListAsync(cancellationToken))
        {
            if (await db.RunsOn(id).AnyAsync(run => RunStates.Unfinished.Contains(run.State), cancellationToken))
            {
                continue;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.DataSetParts.Where(part => part.DataSetId == id).ExecuteDeleteAsync(cancellationToken);
            await db.DataSets.Where(entry => entry.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Bytes, 0L), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            released++;
        }

        return released;
    }

    /// <summary>Locked by its owner's row, so that two changes come one after the other.</summary>
    private static async Task<DataSetEntry?> FindManagedAsync(
        ClassroomDbContext db, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var managed = db.DataSets.Current().ManagedBy(actor).Where(entry => entry.Id == id);
        if (await managed.Select(entry => (int?)entry.OwnerId).SingleOrDefaultAsync(cancellationToken) is not { } ownerId)
        {
            return null;
        }

        await db.LockPersonAsync(ownerId, cancellationToken);
        return await managed.SingleOrDefaultAsync(cancellationToken);
    }
}
