using Classroom.Naming;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

/// <summary>
/// The runs: here who may see which, in RunStore.Engine.cs what the engine reads and
/// writes, in RunStore.Kept.cs checkpoints and weights, in RunStore.Quota.cs how many there may be.
/// </summary>
public sealed partial class RunStore(IDbContextFactory<ClassroomDbContext> contexts, SchoolLimits limits, TimeProvider clock)
{
    public const int LongestTitle = 120;

    public const int LongestTrialRun = 60;

    internal const int LongestDataSetId = 64;

    internal static readonly IReadOnlyList<RunState> Unfinished = [RunState.Queued, RunState.Running, RunState.Paused];

    /// <summary>
    /// Queues a run for the actor. Refused with <see cref="Refusal.QuotaExceeded"/> where a student already has as many
    /// unfinished runs as may train and wait; those of one trial are allowed together, up to <see cref="UnfinishedOfTrial"/>.
    /// </summary>
    public async Task<Outcome<Run>> CreateAsync(Actor actor, NewRun wanted, CancellationToken cancellationToken = default)
    {
        var title = wanted.Title?.Trim();
        if (title?.Length > LongestTitle)
        {
            return new Refusal.Invalid("title", $"The title has {title.Length} characters; at most {LongestTitle} fit.");
        }

        if (title is not null && NameText.Fault(title) is { } unseen)
        {
            return new Refusal.Invalid("title", unseen);
        }

        var trialRun = wanted.TrialRun?.Trim();
        if (wanted.TrialId is null != string.IsNullOrEmpty(trialRun) || trialRun is { Length: > LongestTrialRun } || trialRun?.HasControlCharacters() == true)
        {
            return new Refusal.Invalid("trialRun", $"A run of an experiment has a name of at most {LongestTrialRun} characters, and other runs have none.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await LockOwnerAsync(db, actor.UserId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var trial = wanted.TrialId is not { } trialId ? null : await db.ExperimentTrials.AsNoTracking()
            .SingleOrDefaultAsync(trial => trial.Id == trialId && trial.UserId == actor.UserId, cancellationToken);
        if (wanted.TrialId is not null && trial is null)
        {
            return new Refusal.NotFound();
        }

        if (trial is not null && await TrialRefusalAsync(db, trial, cancellationToken) is { } full)
        {
            return full;
        }

        if (actor.Role == Role.Student && await QuotaRefusalAsync(db, actor.UserId, trial?.Id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var run = new Run
        {
            Id = Guid.CreateVersion7(),
            OwnerId = actor.UserId,
            Title = string.IsNullOrEmpty(title) ? null : title,
            Slug = trial is null ? wanted.Slug : trial.Slug,
            TrialId = trial?.Id,
            TrialRun = string.IsNullOrEmpty(trialRun) ? null : trialRun,
            ConfigJson = wanted.ConfigJson,
            DataSetId = wanted.DataSetId,
            Steps = wanted.Steps,
            Epochs = wanted.Epochs,
            TrainExamples = wanted.TrainExamples,
            CreatedUtc = clock.UtcNow(),
        };
        db.Runs.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return run;
    }

    /// <summary>Null where there is no such run, or none that the actor may see.</summary>
    public async Task<Run?> FindVisibleAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking().VisibleTo(db, actor).SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>The name of a run's owner, for whoever may see the run and is someone else; null otherwise.</summary>
    public async Task<string?> FindOtherOwnerAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.VisibleTo(db, actor).Where(run => run.Id == id && run.OwnerId != actor.UserId)
            .Join(db.Users, run => run.OwnerId, user => user.Id, (_, user) => user.DisplayName)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whoever may see a run may also pause, resume and stop it: a teacher must be able to end a student's run.</summary>
    public async Task<bool> MayControlAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.VisibleTo(db, actor).AnyAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>False where the actor may not see one of them, or it is gone.</summary>
    public async Task<bool> MaySeeAllAsync(Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.VisibleTo(db, actor).CountAsync(run => ids.Contains(run.Id), cancellationToken) == ids.Count;
    }

    /// <summary>Visible runs, newest first.</summary>
    public async Task<IReadOnlyList<RunSummary>> ListAsync(Actor actor, RunFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = db.Runs.VisibleTo(db, actor);
        runs = filter.OwnerId is { } ownerId ? runs.Where(run => run.OwnerId == ownerId) : runs;
        runs = filter.Slug is { } slug ? runs.Where(run => run.Slug == slug) : runs;
        runs = filter.TrialId is { } trialId ? runs.Where(run => run.TrialId == trialId) : runs;
        runs = filter.BeforeUtc is { } before ? runs.Where(run => run.CreatedUtc < before) : runs;
        runs = filter.ClassId is { } classId
            ? runs.Where(run => db.Enrolments.Any(e => e.ClassId == classId && e.UserId == run.OwnerId))
            : runs;
        runs = filter.Unfinished is { } unfinished
            ? runs.Where(run => Unfinished.Contains(run.State) == unfinished)
            : runs;
        return await runs
            .OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)
            .Take(Math.Clamp(filter.Take, 1, 500))
            .Summarise(db)
            .OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Counts a run and so locks the owner's row until the transaction ends: looking at her runs and adding one is one act.</summary>
    private static async Task<bool> LockOwnerAsync(ClassroomDbContext db, int ownerId, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.Id == ownerId).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.RunsCreated, user => user.RunsCreated + 1), cancellationToken) == 1;
}
