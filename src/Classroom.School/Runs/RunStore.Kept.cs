using System.Security.Cryptography;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

// What is kept of a run beside its curve: checkpoints while it trains, its weights afterwards.
public sealed partial class RunStore
{
    /// <summary>Of each person the weights of so many runs are kept, the newest ones.</summary>
    public const int RunsWithWeights = 50;

    /// <summary>For the engine: the newest checkpoint before a step, damaged or not; null where there is none.</summary>
    public async Task<RunCheckpoint?> FindCheckpointAsync(Guid id, int beforeStep, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunCheckpoints.AsNoTracking()
            .Where(checkpoint => checkpoint.RunId == id && checkpoint.Step < beforeStep)
            .OrderByDescending(checkpoint => checkpoint.Step)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>For the engine: the run's weights whoever asks; null where they are not kept.</summary>
    public async Task<byte[]?> ReadWeightsAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunWeights.Where(weights => weights.RunId == id).Select(weights => weights.Data).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Null where there is no such run, none that the actor may see, or its weights are not kept.</summary>
    public async Task<byte[]?> ReadVisibleWeightsAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.VisibleTo(db, actor).Where(run => run.Id == id)
            .Join(db.RunWeights, run => run.Id, weights => weights.RunId, (_, weights) => weights.Data)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The run, where the actor may see it and its weights are kept.</summary>
    public async Task<Run?> FindWithWeightsAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking().VisibleTo(db, actor)
            .SingleOrDefaultAsync(run => run.Id == id && db.RunWeights.Any(weights => weights.RunId == id), cancellationToken);
    }

    /// <summary>For the engine: whether the run's owner shows it to others, as teachers and admins do.</summary>
    public async Task<bool> IsDemonstrationAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.Where(run => run.Id == id)
            .Join(db.Users, run => run.OwnerId, user => user.Id, (_, user) => user.Role != Role.Student)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// For the engine: puts a finished run's curve into other chunks. False, with nothing changed, where the run has not
    /// ended or these are not all its points.
    /// </summary>
    public async Task<bool> ReplaceChunksAsync(Guid id, IReadOnlyList<CurveChunk> chunks, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var points = chunks.Sum(chunk => chunk.Count);
        if (!await db.Runs.AnyAsync(run => run.Id == id && !Unfinished.Contains(run.State) && run.Points == points, cancellationToken))
        {
            return false;
        }

        await db.RunChunks.Where(chunk => chunk.RunId == id).ExecuteDeleteAsync(cancellationToken);
        db.RunChunks.AddRange(chunks.Select(chunk => ToRow(id, chunk)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static RunChunk ToRow(Guid id, CurveChunk chunk) =>
        new() { RunId = id, FirstSequence = chunk.FirstSequence, Count = chunk.Count, Data = chunk.Data };

    /// <summary>Adds the new checkpoint in place of all but the one before it, and the weights in place of its checkpoints.</summary>
    private async Task KeepAsync(ClassroomDbContext db, Guid id, RunProgress progress, CancellationToken cancellationToken)
    {
        var checkpoints = db.RunCheckpoints.Where(checkpoint => checkpoint.RunId == id);
        if (progress.State.IsFinished())
        {
            await checkpoints.ExecuteDeleteAsync(cancellationToken);
        }
        else if (progress.Checkpoint is { } added)
        {
            await checkpoints.Where(checkpoint => checkpoint.Step != added.Before).ExecuteDeleteAsync(cancellationToken);
            db.RunCheckpoints.Add(new RunCheckpoint { RunId = id, Step = added.Step, Hash = SHA256.HashData(added.Data), Data = added.Data });
        }

        if (progress is { Weights: { } weights } && progress.State.IsFinished())
        {
            db.RunWeights.Add(new RunWeights { RunId = id, CreatedUtc = clock.UtcNow(), Data = weights });
            await DropOldWeightsAsync(db, id, cancellationToken);
        }
    }

    /// <summary>Makes room for one more.</summary>
    private static async Task DropOldWeightsAsync(ClassroomDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var owner = await db.Runs.Where(run => run.Id == id).Select(run => run.OwnerId).SingleAsync(cancellationToken);
        var old = await db.Runs.Where(run => run.OwnerId == owner && db.RunWeights.Any(weights => weights.RunId == run.Id))
            .OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)
            .Skip(RunsWithWeights - 1)
            .Select(run => run.Id)
            .ToListAsync(cancellationToken);
        if (old.Count > 0)
        {
            await db.RunWeights.Where(weights => old.Contains(weights.RunId)).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
