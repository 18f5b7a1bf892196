using Classroom.Naming;
using Classroom.School.Trials;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

public sealed partial class RunStore
{
    /// <summary>Runs of one trial that may train and wait at the same time: a sweep of four by four.</summary>
    public const int UnfinishedOfTrial = 16;

    /// <summary>Runs of one trial over its life.</summary>
    public const int RunsOfTrial = 24;

    private sealed record Pace(int Step, int Steps, long TrainingMilliseconds);

    /// <summary>For everybody: a trial is a walk through one experiment, and no place for runs of all kinds.</summary>
    private static async Task<Refusal?> TrialRefusalAsync(ClassroomDbContext db, ExperimentTrial trial, CancellationToken cancellationToken)
    {
        if (await db.ExperimentTrials.Of(trial.UserId, trial.Slug).Select(newest => newest.Id).FirstAsync(cancellationToken) != trial.Id)
        {
            return new Refusal.Conflict("You have started this experiment again since then. Load the page again to continue with the newest try.");
        }

        var runs = db.Runs.Where(run => run.TrialId == trial.Id);
        if (await runs.CountAsync(cancellationToken) >= RunsOfTrial)
        {
            return new Refusal.Conflict($"You have made {RunsOfTrial} runs in this try, and that is plenty. Start the experiment again, or continue in the lab.");
        }

        var unfinished = await PacesAsync(runs, cancellationToken);
        return unfinished.Count < UnfinishedOfTrial
            ? null
            : new Refusal.QuotaExceeded(
                $"This experiment already has {Counted.Of(unfinished.Count, "run")} that {(unfinished.Count == 1 ? "is" : "are")} not finished. Wait for one to end, or stop one.", RetryAfter(unfinished));
    }

    /// <param name="trialId">The trial that the new run belongs to: its other runs do not count.</param>
    private async Task<Refusal.QuotaExceeded?> QuotaRefusalAsync(
        ClassroomDbContext db, int ownerId, Guid? trialId, CancellationToken cancellationToken)
    {
        var runs = db.Runs.Where(run => run.OwnerId == ownerId);
        var unfinished = await PacesAsync(trialId is null ? runs : runs.Where(run => run.TrialId != trialId), cancellationToken);
        var allowed = limits.TrainingRunsPerStudent + limits.WaitingRunsPerStudent;
        return unfinished.Count < allowed
            ? null
            : new Refusal.QuotaExceeded(
                $"You already have {Counted.Of(unfinished.Count, "run")} that {(unfinished.Count == 1 ? "is" : "are")} not finished, and {allowed} is the most. Wait for one to end, or stop one.",
                RetryAfter(unfinished));
    }

    private static async Task<IReadOnlyList<Pace>> PacesAsync(IQueryable<Run> runs, CancellationToken cancellationToken) => await runs
        .Where(run => Unfinished.Contains(run.State))
        .Select(run => new Pace(run.Step, run.Steps, run.TrainingMilliseconds))
        .ToListAsync(cancellationToken);

    /// <summary>The first place is free when the run nearest its end, at the pace so far, is done.</summary>
    private static TimeSpan RetryAfter(IReadOnlyList<Pace> unfinished)
    {
        var shortest = unfinished
            .Where(run => run.Step > 0)
            .Select(run => run.TrainingMilliseconds / (double)run.Step * (run.Steps - run.Step))
            .DefaultIfEmpty(0)
            .Min();
        return TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(shortest / 1000)));
    }
}
