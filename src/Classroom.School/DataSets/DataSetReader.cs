using System.Text.Json;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.DataSets;

/// <summary>Uploaded data sets, as people and training read them.</summary>
public sealed class DataSetReader(IDbContextFactory<ClassroomDbContext> contexts)
{
    /// <summary>Visible data sets by title, without those that were removed or replaced.</summary>
    public async Task<IReadOnlyList<DataSetDetails>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await db.DataSets.AsNoTracking().Include(entry => entry.Owner).Current().VisibleTo(db, actor)
            .ToListAsync(cancellationToken);
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

    /// <summary>
    /// What a run was trained on, also where it was removed or replaced since: for whoever may see the data set, or a run
    /// on it. Null otherwise.
    /// </summary>
    public async Task<DataSetDetails?> FindForRunAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.DataSets.AsNoTracking().Include(entry => entry.Owner).Where(entry => entry.Id == id);
        var found = await db.RunsOn(id).VisibleTo(db, actor).AnyAsync(cancellationToken)
            ? await entries.SingleOrDefaultAsync(cancellationToken)
            : await entries.VisibleTo(db, actor).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : ToDetails(found);
    }

    /// <summary>For its owner and for admins; null for anyone else, and where it is gone.</summary>
    public async Task<DataSetUse?> FindUseAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.DataSets.Current().ManagedBy(actor).AnyAsync(entry => entry.Id == id, cancellationToken))
        {
            return null;
        }

        var runs = db.RunsOn(id);
        return new(
            await runs.CountAsync(cancellationToken),
            await runs.CountAsync(run => RunStates.Unfinished.Contains(run.State), cancellationToken),
            await runs.Select(run => run.OwnerId).Distinct().CountAsync(cancellationToken));
    }

    /// <summary>
    /// For the engine: the content, read part by part as it is needed; null where there is no such data set, or its content is gone.
    /// </summary>
    public async Task<Stream?> OpenAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var length = await db.DataSets.Where(entry => entry.Id == id)
            .Select(entry => (long?)entry.Bytes)
            .SingleOrDefaultAsync(cancellationToken);
        return length is > 0 and var bytes ? new DataSetStream(contexts, id, bytes) : null;
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
}
