using System.Security.Cryptography;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Runs;

/// <summary>
/// The engine's access to runs: it knows no actor and sees every run, so it is for whatever drives runs or shows them after
/// <see cref="RunReader"/> was asked, and never for a page. Only the holder of a run writes: whoever took the newest token.
/// </summary>
public sealed class RunJournal(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>All runs that a restart has to pick up, oldest first.</summary>
    public async Task<IReadOnlyList<Run>> ListUnfinishedAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking()
            .Where(run => RunStates.Unfinished.Contains(run.State))
            .OrderBy(run => run.CreatedUtc)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Null where there is no such run.</summary>
    public async Task<Run?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>Whether the run's owner shows it to others, as teachers and admins do.</summary>
    public async Task<bool> IsDemonstrationAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.Where(run => run.Id == id)
            .Join(db.Users, run => run.OwnerId, user => user.Id, (_, user) => user.Role != Role.Student)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// Makes the caller the holder of the run and writes down what computes it from now on. Null where there is no such run.
    /// </summary>
    public async Task<long?> TakeTokenAsync(Guid id, RunEngine engine, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var runs = db.Runs.Where(run => run.Id == id);
        if (await runs.ExecuteUpdateAsync(
            set => set.SetProperty(run => run.FencingToken, run => run.FencingToken + 1), cancellationToken) == 0)
        {
            return null;
        }

        // The update has locked the row, so this is our own token.
        var held = await runs.Select(run => new { run.FencingToken, run.Points, run.Engine, run.Processor }).SingleAsync(cancellationToken);

        // Of one that only waited nothing is left.
        var (setting, processor) = held.Points == 0
            ? (engine.SettingAfter(null), engine.ProcessorAfter(null))
            : (engine.SettingAfter(held.Engine), engine.ProcessorAfter(held.Processor));
        if ((setting, processor) != (held.Engine, held.Processor))
        {
            // Nobody computes any more of a run that has ended.
            await runs.Where(run => RunStates.Unfinished.Contains(run.State)).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Engine, setting).SetProperty(run => run.Processor, processor), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return held.FencingToken;
    }

    /// <summary>
    /// Writes progress, points, frames, checkpoint and weights in one transaction. False, with nothing stored, where the token
    /// is old, the run has already ended, or the points or frames do not follow the stored ones.
    /// </summary>
    public async Task<bool> AppendAsync(Guid id, long token, RunProgress progress, CancellationToken cancellationToken = default)
    {
        if (progress.Frames.Where((frame, offset) => frame.Index != progress.Frames[0].Index + offset).Any())
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = db.Runs.Where(run => run.Id == id && run.FencingToken == token && RunStates.Unfinished.Contains(run.State));
        if (progress.Chunk is { } points)
        {
            held = held.Where(run => run.Points == points.FirstSequence);
        }

        if (progress.Frames is [var firstFrame, ..])
        {
            held = held.Where(run => run.Frames == firstFrame.Index);
        }

        var now = clock.UtcNow();
        if (await held.ExecuteUpdateAsync(set => set.SetProgress(progress, now), cancellationToken) == 0)
        {
            return false;
        }

        if (progress.Chunk is { } chunk)
        {
            db.RunChunks.Add(ToRow(id, chunk));
        }

        db.RunFrames.AddRange(progress.Frames.Select(frame => ToRow(id, frame)));
        await StoreCheckpointAsync(db, id, progress, cancellationToken);
        if (progress is { Weights: { } weights } && progress.State.IsFinished())
        {
            await RunQuota.MakeRoomForWeightsAsync(db, id, cancellationToken);
            db.RunWeights.Add(new RunWeights { RunId = id, CreatedUtc = now, Data = weights });
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Puts a finished run's curve into other chunks. Needs no token, since such a run no longer changes. False, with nothing
    /// changed, where the run has not ended or these are not all its points.
    /// </summary>
    public async Task<bool> ReplaceChunksAsync(Guid id, IReadOnlyList<CurveChunk> chunks, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var points = chunks.Sum(chunk => chunk.Count);
        var whole = db.Runs.Where(run => run.Id == id && !RunStates.Unfinished.Contains(run.State) && run.Points == points);
        if (!await whole.AnyAsync(cancellationToken))
        {
            return false;
        }

        await db.RunChunks.Where(chunk => chunk.RunId == id).ExecuteDeleteAsync(cancellationToken);
        db.RunChunks.AddRange(chunks.Select(chunk => ToRow(id, chunk)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Chunks that hold points from <paramref name="fromSequence"/> on, in their order.</summary>
    public async Task<IReadOnlyList<RunChunk>> ReadChunksAsync(Guid id, int fromSequence, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunChunks.AsNoTracking()
            .Where(chunk => chunk.RunId == id && chunk.FirstSequence + chunk.Count > fromSequence)
            .OrderBy(chunk => chunk.FirstSequence)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Frames from <paramref name="fromIndex"/> on, in their order.</summary>
    public async Task<IReadOnlyList<RunFrame>> ReadFramesAsync(Guid id, int fromIndex, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunFrames.AsNoTracking()
            .Where(frame => frame.RunId == id && frame.Index >= fromIndex)
            .OrderBy(frame => frame.Index)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The newest checkpoint before a step, damaged or not; null where there is none.</summary>
    public async Task<RunCheckpoint?> FindCheckpointAsync(Guid id, int beforeStep, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunCheckpoints.AsNoTracking()
            .Where(checkpoint => checkpoint.RunId == id && checkpoint.Step < beforeStep)
            .OrderByDescending(checkpoint => checkpoint.Step)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The weights of a run that has ended, as a safetensors file; null where they are not stored.</summary>
    public async Task<byte[]?> ReadWeightsAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunWeights.Where(weights => weights.RunId == id)
            .Select(weights => weights.Data)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Adds the new checkpoint in place of all but the one before it; a run that has ended needs none.</summary>
    private static async Task StoreCheckpointAsync(
        ClassroomDbContext db, Guid id, RunProgress progress, CancellationToken cancellationToken)
    {
        var checkpoints = db.RunCheckpoints.Where(checkpoint => checkpoint.RunId == id);
        if (progress.State.IsFinished())
        {
            await checkpoints.ExecuteDeleteAsync(cancellationToken);
        }
        else if (progress.Checkpoint is { } added)
        {
            await checkpoints.Where(checkpoint => checkpoint.Step != added.Before).ExecuteDeleteAsync(cancellationToken);
            db.RunCheckpoints.Add(new RunCheckpoint
            {
                RunId = id,
                Step = added.Step,
                Hash = SHA256.HashData(added.Data),
                Data = added.Data,
            });
        }
    }

    private static RunChunk ToRow(Guid id, CurveChunk chunk) =>
        new() { RunId = id, FirstSequence = chunk.FirstSequence, Count = chunk.Count, Data = chunk.Data };

    private static RunFrame ToRow(Guid id, StoredFrame frame) =>
        new() { RunId = id, Index = frame.Index, Step = frame.Step, Epoch = frame.Epoch, Kind = frame.Kind, Json = frame.Json };
}
