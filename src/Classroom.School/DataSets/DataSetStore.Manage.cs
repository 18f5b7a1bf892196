using Classroom.Naming;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.School.Trials;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.DataSets;

/// <summary>What becomes of a stored data set: it is renamed, replaced or removed.</summary>
public sealed partial class DataSetStore
{
    private const string AlreadyGone = "This data set has been replaced or removed in the meantime. Load the list of data sets again.";

    /// <summary>Everything wrong with a title by itself; whether it is taken is known only when it is stored.</summary>
    public static List<Fault> TitleFaults(string? title) => title?.Trim() switch
    {
        null or "" or { Length: > LongestTitle } => [new Fault("title", $"Give the data set a title of 1 to {LongestTitle} characters.")],
        { } trimmed => NameText.Fault(trimmed) is { } unseen ? [new Fault("title", unseen)] : [],
    };

    /// <summary>What is wrong with the title of a data set that is still to be stored, also that it is taken; null where nothing is.</summary>
    /// <param name="actor">Who will own it, unless it replaces another.</param>
    /// <param name="title">As it was typed.</param>
    /// <param name="replaces">The data set whose place it will take; that one's title is free.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Fault?> FindTitleFaultAsync(Actor actor, string? title, Guid? replaces = null, CancellationToken cancellationToken = default)
    {
        if (TitleFaults(title) is [var fault, ..])
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ownerId = replaces is null ? actor.UserId
            : await db.DataSets.Current().ManagedBy(actor).Where(entry => entry.Id == replaces).Select(entry => (int?)entry.OwnerId).SingleOrDefaultAsync(cancellationToken);
        // Where what it was to replace has gone meanwhile, that is what is wrong, not its title: whoever stores it is told.
        return ownerId is null ? null : await TitleClashAsync(db, actor, ownerId.Value, title!.Trim(), replaces, cancellationToken);
    }

    /// <summary>For its owner and for admins; null for anyone else, and where it is gone.</summary>
    public async Task<DataSetUse?> FindUseAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.DataSets.Current().ManagedBy(actor).AnyAsync(entry => entry.Id == id, cancellationToken))
        {
            return null;
        }

        var runs = RunsOn(db, id);
        return new(
            await runs.CountAsync(cancellationToken),
            await runs.CountAsync(run => RunStates.Unfinished.Contains(run.State), cancellationToken),
            await runs.Select(run => run.OwnerId).Distinct().CountAsync(cancellationToken));
    }

    /// <summary>
    /// What a run was trained on, also where it was removed or replaced since: for whoever may see the data set, or a run
    /// on it. Null otherwise.
    /// </summary>
    public async Task<DataSetDetails?> FindForRunAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.DataSets.AsNoTracking().Include(entry => entry.Owner).Where(entry => entry.Id == id);
        var found = await RunsOn(db, id).VisibleTo(db, actor).AnyAsync(cancellationToken)
            ? await entries.SingleOrDefaultAsync(cancellationToken)
            : await entries.VisibleTo(db, actor).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : ToDetails(found);
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

        if (TitleFaults(title) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        if (entry.Title != was)
        {
            return new Refusal.Conflict($"Someone else has renamed this data set to “{entry.Title}” in the meantime. Load the page again, then repeat your change.");
        }

        var trimmed = title!.Trim();
        if (await TitleClashAsync(db, actor, entry.OwnerId, trimmed, id, cancellationToken) is { } clash)
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
        foreach (var id in await db.DataSets.Where(entry => entry.HiddenUtc != null && entry.Bytes > 0).Select(entry => entry.Id).ToListAsync(cancellationToken))
        {
            if (await RunsOn(db, id).AnyAsync(run => RunStates.Unfinished.Contains(run.State), cancellationToken))
            {
                continue;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.DataSetParts.Where(part => part.DataSetId == id).ExecuteDeleteAsync(cancellationToken);
            await db.DataSets.Where(entry => entry.Id == id).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Bytes, 0L), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            released++;
        }

        return released;
    }

    /// <summary>Locked by its owner's row, so that two changes come one after the other.</summary>
    private static async Task<DataSetEntry?> FindManagedAsync(ClassroomDbContext db, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var managed = db.DataSets.Current().ManagedBy(actor).Where(entry => entry.Id == id);
        if (await managed.Select(entry => (int?)entry.OwnerId).SingleOrDefaultAsync(cancellationToken) is not { } ownerId)
        {
            return null;
        }

        await db.LockOwnerAsync(ownerId, cancellationToken);
        return await managed.SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// Whoever chooses a data set in the lab could not tell it from another of the same title. Of data sets that its owner does
    /// not see, nothing is told: where someone else sees both, the list says who brought which.
    /// </summary>
    private async Task<Fault?> TitleClashAsync(ClassroomDbContext db, Actor actor, int ownerId, string title, Guid? besides, CancellationToken cancellationToken)
    {
        var key = TitleKey.Of(title);
        if (school.BuiltInDataSets.FirstOrDefault(builtIn => TitleKey.Of(builtIn) == key) is { } taken)
        {
            return Taken(taken, "Give this one another title.");
        }

        // A person sees a few dozen, and a database does not compare titles like this.
        var owner = new Actor(ownerId, await db.Users.Where(user => user.Id == ownerId).Select(user => user.Role).SingleAsync(cancellationToken));
        var seen = await db.DataSets.Current().VisibleTo(db, owner).Where(entry => entry.Id != besides).Select(entry => new { entry.Title, entry.OwnerId }).ToListAsync(cancellationToken);
        return seen.Find(entry => TitleKey.Of(entry.Title) == key) is not { } found ? null
            : Taken(found.Title, actor.Role == Role.Admin || found.OwnerId == actor.UserId ? "Give this one another title, or replace that one." : "Give this one another title.");
    }

    private static Fault Taken(string title, string remedy) => new("title", $"There is a data set with the title “{title}” already. {remedy}");

    private static IQueryable<Run> RunsOn(ClassroomDbContext db, Guid id)
    {
        var text = id.ToString();
        return db.Runs.Where(run => run.DataSetId == text);
    }
}
