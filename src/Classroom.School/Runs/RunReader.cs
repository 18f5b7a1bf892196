using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

/// <summary>
/// What people see of runs. Every call takes the person who asks, and its query yields only what she may see
/// (<see cref="RunAccess"/>); the engine reads through <see cref="RunJournal"/>.
/// </summary>
public sealed class RunReader(IDbContextFactory<ClassroomDbContext> contexts)
{
    private const int MostListed = 500;

    private const int MostDataSets = 200;

    /// <summary>Null where there is no such run, or none that the actor may see.</summary>
    public async Task<Run?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking().VisibleTo(db, actor).SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>What the actor may do with a run, and whether she is told whose it is; null where she may not see it.</summary>
    public async Task<RunStanding?> FindStandingAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (managed, shown) = (db.Runs.ManagedBy(db, actor), db.ShownRuns.ShownTo(db, actor));
        var found = await db.Runs.VisibleTo(db, actor).Where(run => run.Id == id)
            .Select(run => new
            {
                IsManaged = managed.Any(mine => mine.Id == run.Id),
                IsNamed = shown.Any(one => one.RunId == run.Id && one.IsNamed),
                IsOther = run.OwnerId != actor.UserId,
                Owner = db.Users.Where(user => user.Id == run.OwnerId).Select(user => user.DisplayName).SingleOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new(found.IsManaged, found.IsOther && (found.IsManaged || found.IsNamed) ? found.Owner : null);
    }

    /// <summary>
    /// Whoever manages a run may also pause, resume and stop it: a teacher must be able to end a student's run. Not whoever is only shown
    /// it.
    /// </summary>
    public async Task<bool> MayControlAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.ManagedBy(db, actor).AnyAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>False where the actor may not see one of them, or it is gone.</summary>
    public async Task<bool> MaySeeAllAsync(Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.VisibleTo(db, actor).CountAsync(run => ids.Contains(run.Id), cancellationToken) == ids.Count;
    }

    /// <summary>Runs that the actor manages, newest first: what a class is shown is in nobody else's list.</summary>
    public async Task<IReadOnlyList<RunSummary>> ListAsync(Actor actor, RunFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.ManagedBy(db, actor).Matching(db, filter)
            .OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)
            .Take(Math.Clamp(filter.Take, 1, MostListed))
            .Summarise(db)
            .OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>One page of the runs that the actor has made, each with the config of her run before it.</summary>
    public async Task<RunList> SearchMineAsync(Actor actor, RunQuery query, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = db.Runs.Where(run => run.OwnerId == actor.UserId).Matching(query);
        var total = await runs.CountAsync(cancellationToken);
        var found = await runs.OrderBy(query.Order, query.Descending)
            .Skip(Math.Clamp(query.Skip, 0, total)).Take(Math.Clamp(query.Take, 1, RunQuery.MostOnAPage))
            .Select(run => new
            {
                run.Id,
                Before = db.Runs.Where(other => other.OwnerId == run.OwnerId && other.CreatedUtc < run.CreatedUtc)
                    .OrderByDescending(other => other.CreatedUtc).Select(other => other.ConfigJson).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var ids = found.ConvertAll(run => run.Id);
        var summaries = await db.Runs.Where(run => ids.Contains(run.Id)).Summarise(db).ToDictionaryAsync(run => run.Id, cancellationToken);
        var listed = found.Where(run => summaries.ContainsKey(run.Id)).Select(run => new ListedRun(summaries[run.Id], run.Before));
        return new([.. listed], total);
    }

    /// <summary>The data sets that the actor has trained on, in no order.</summary>
    public async Task<IReadOnlyList<string>> ListMyDataSetsAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.Where(run => run.OwnerId == actor.UserId)
            .Select(run => run.DataSetId).Distinct().OrderBy(id => id).Take(MostDataSets)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether <see cref="ReadWeightsAsync"/> would give any.</summary>
    public async Task<bool> HasWeightsAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.VisibleTo(db, actor)
            .AnyAsync(run => run.Id == id && db.RunWeights.Any(weights => weights.RunId == id), cancellationToken);
    }

    /// <summary>
    /// The run, to go on from, where its weights are still stored. Not one that is only shown to the actor: a lab task is not done with the
    /// network of a classmate.
    /// </summary>
    public async Task<Run?> FindWithWeightsAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking().ManagedBy(db, actor)
            .SingleOrDefaultAsync(run => run.Id == id && db.RunWeights.Any(weights => weights.RunId == id), cancellationToken);
    }

    /// <summary>Null where there is no such run, none that the actor may see, or its weights are no longer stored.</summary>
    public async Task<byte[]?> ReadWeightsAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.VisibleTo(db, actor).Where(run => run.Id == id)
            .Join(db.RunWeights, run => run.Id, weights => weights.RunId, (_, weights) => weights.Data)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
