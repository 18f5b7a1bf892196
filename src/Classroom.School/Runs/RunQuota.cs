using Classroom.Naming;
using Classroom.School.People;
using Classroom.School.Trials;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

/// <summary>
/// How many unfinished runs a person may have, how many runs a trial may have, and of how many runs the weights are stored.
/// </summary>
public sealed class RunQuota(SchoolLimits limits)
{
    /// <summary>Runs of one trial that may train and wait at the same time: a sweep of four by four.</summary>
    public const int UnfinishedPerTrial = 16;

    /// <summary>Runs that one trial may have in all.</summary>
    public const int RunsPerTrial = 24;

    /// <summary>Of each person the weights of so many runs are stored, the newest ones.</summary>
    public const int WeightsPerPerson = 50;

    private sealed record Pace(int Step, int Steps, long TrainingMilliseconds);

    /// <summary>
    /// Null where one more run fits. The actor's row must be locked in the same transaction, so that two runs at once do not both
    /// take the last place.
    /// </summary>
    internal async Task<Refusal?> CheckAsync(
        ClassroomDbContext db, Actor actor, ExperimentTrial? trial, CancellationToken cancellationToken) =>
        trial is not null && await CheckTrialAsync(db, trial, cancellationToken) is { } full ? full
        : actor.Role == Role.Student ? await CheckStudentAsync(db, actor.UserId, trial?.Id, cancellationToken)
        : null;

    /// <summary>Deletes the oldest weights of the run's owner, so that those of the run fit.</summary>
    internal static async Task MakeRoomForWeightsAsync(ClassroomDbContext db, Guid runId, CancellationToken cancellationToken)
    {
        var owner = await db.Runs.Where(run => run.Id == runId).Select(run => run.OwnerId).SingleAsync(cancellationToken);
        var old = await db.Runs.Where(run => run.OwnerId == owner && db.RunWeights.Any(weights => weights.RunId == run.Id))
            .OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)
            .Skip(WeightsPerPerson - 1)
            .Select(run => run.Id)
            .ToListAsync(cancellationToken);
        if (old.Count > 0)
        {
            await db.RunWeights.Where(weights => old.Contains(weights.RunId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>For everybody: a trial is one walk through one experiment, and no place for runs of all kinds.</summary>
    private static async Task<Refusal?> CheckTrialAsync(ClassroomDbContext db, ExperimentTrial trial, CancellationToken cancellationToken)
    {
        var trials = db.ExperimentTrials.ByPerson(trial.UserId, trial.Slug);
        if (await trials.Select(newest => newest.Id).FirstAsync(cancellationToken) != trial.Id)
        {
            return new Refusal.Conflict(
                "You have started this experiment again since then. Load the page again to continue with the newest try.");
        }

        var runs = db.Runs.Where(run => run.TrialId == trial.Id);
        if (await runs.CountAsync(cancellationToken) >= RunsPerTrial)
        {
            return new Refusal.Conflict(
                $"You have made {RunsPerTrial} runs in this try, and that is plenty. Start the experiment again, or continue in the lab.");
        }

        var unfinished = await PacesAsync(runs, cancellationToken);
        return unfinished.Count < UnfinishedPerTrial
            ? null
            : new Refusal.QuotaExceeded(
                $"This experiment already has {Unfinished(unfinished.Count)}. Wait for one to end, or stop one.", RetryAfter(unfinished));
    }

    /// <param name="db">The context of the transaction.</param>
    /// <param name="ownerId">The student.</param>
    /// <param name="trialId">The trial that the new run belongs to: its other runs do not count.</param>
    /// <param name="cancellationToken">The request's.</param>
    private async Task<Refusal?> CheckStudentAsync(ClassroomDbContext db, int ownerId, Guid? trialId, CancellationToken cancellationToken)
    {
        var runs = db.Runs.Where(run => run.OwnerId == ownerId);
        var unfinished = await PacesAsync(trialId is null ? runs : runs.Where(run => run.TrialId != trialId), cancellationToken);
        var allowed = limits.TrainingRunsPerStudent + limits.WaitingRunsPerStudent;
        return unfinished.Count < allowed
            ? null
            : new Refusal.QuotaExceeded(
                $"You already have {Unfinished(unfinished.Count)}, and {allowed} is the most. Wait for one to end, or stop one.",
                RetryAfter(unfinished));
    }

    private static string Unfinished(int count) => $"{Counted.Format(count, "run")} that {(count == 1 ? "is" : "are")} not finished";

    private static async Task<IReadOnlyList<Pace>> PacesAsync(IQueryable<Run> runs, CancellationToken cancellationToken) => await runs
        .Where(run => RunStates.Unfinished.Contains(run.State))
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
