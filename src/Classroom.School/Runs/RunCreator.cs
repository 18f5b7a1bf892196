using Classroom.Naming;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

/// <summary>Queues new runs, each within its owner's <see cref="RunQuota"/>. It trusts its caller to have checked the config.</summary>
public sealed class RunCreator(IDbContextFactory<ClassroomDbContext> contexts, RunQuota quota, TimeProvider clock)
{
    /// <summary>
    /// Queues a run for the actor. Refused with <see cref="Refusal.QuotaExceeded"/> where a student already has as many
    /// unfinished runs as may train and wait; those of one trial are allowed together, up to
    /// <see cref="RunQuota.UnfinishedPerTrial"/>. Within a trial a name stands for one run: whoever asks for it again, as a second
    /// window does, is given the run that is there, unless that one has failed.
    /// </summary>
    public async Task<Outcome<Run>> CreateAsync(Actor actor, NewRun wanted, CancellationToken cancellationToken = default)
    {
        var title = wanted.Title?.Trim();
        var trialRun = wanted.TrialRun?.Trim();
        if (FindFault(wanted.TrialId, title, trialRun) is { } fault)
        {
            return fault;
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

        if (trial is not null && await FindSameAsync(db, trial.Id, trialRun!, cancellationToken) is { } there)
        {
            return there.ConfigJson == wanted.ConfigJson
                ? there
                : new Refusal.Conflict($"“{trialRun}” has already been started in another window. Reload the page to see it.");
        }

        if (await quota.CheckAsync(db, actor, trial, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var run = new Run
        {
            Id = Guid.CreateVersion7(),
            OwnerId = actor.UserId,
            Title = string.IsNullOrEmpty(title) ? null : title,
            Slug = trial is null ? wanted.Slug : trial.TermSlug,
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

    private static Refusal.Invalid? FindFault(Guid? trialId, string? title, string? trialRun)
    {
        if (title?.Length > Run.LongestTitle)
        {
            return new("title", $"The title has {title.Length} characters; at most {Run.LongestTitle} fit.");
        }

        if (title is not null && NameText.Fault(title) is { } unseen)
        {
            return new("title", unseen);
        }

        return trialId is null != string.IsNullOrEmpty(trialRun)
            || trialRun is { Length: > Run.LongestTrialRun }
            || trialRun?.HasControlCharacters() == true
            ? new("trialRun", $"A run of an experiment has a name of at most {Run.LongestTrialRun} characters, and other runs have none.")
            : null;
    }

    /// <summary>The run of this name that the trial has already; a failed one may be made again.</summary>
    private static Task<Run?> FindSameAsync(ClassroomDbContext db, Guid trialId, string name, CancellationToken cancellationToken) =>
        db.Runs.AsNoTracking()
            .Where(run => run.TrialId == trialId && run.TrialRun == name && run.State != RunState.Failed)
            .OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Counts a run and so locks the owner's row until the transaction ends: looking at her runs and adding one is one act.
    /// </summary>
    private static async Task<bool> LockOwnerAsync(ClassroomDbContext db, int ownerId, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.Id == ownerId).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.RunsCreated, user => user.RunsCreated + 1), cancellationToken) == 1;
}
