using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Classroom.School.Runs;

// These calls know no actor: the engine acts for the school, and a page has asked FindVisibleAsync before.
public sealed partial class RunStore
{
    private const int LongestMessage = 1000;

    /// <summary>For the engine: all runs that a restart has to pick up, oldest first.</summary>
    public async Task<IReadOnlyList<Run>> ListUnfinishedAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking()
            .Where(run => Unfinished.Contains(run.State))
            .OrderBy(run => run.CreatedUtc)
            .ToListAsync(cancellationToken);
    }

    /// <summary>For the engine: the run whoever asks; null where there is none.</summary>
    public async Task<Run?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>For the engine: makes the caller the holder of the run and writes down what computes it from now on. Null where there is no such run.</summary>
    public async Task<long?> TakeTokenAsync(Guid id, RunEngine engine, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var runs = db.Runs.Where(run => run.Id == id);
        if (await runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.FencingToken, run => run.FencingToken + 1), cancellationToken) == 0)
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
            await runs.Where(run => Unfinished.Contains(run.State)).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Engine, setting).SetProperty(run => run.Processor, processor), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return held.FencingToken;
    }

    /// <summary>
    /// For the engine: writes progress, points, frames and what is kept for later in one transaction. False, with nothing stored, where the token
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
        var held = db.Runs.Where(run => run.Id == id && run.FencingToken == token && Unfinished.Contains(run.State));
        if (progress.Chunk is { } points)
        {
            held = held.Where(run => run.Points == points.FirstSequence);
        }

        if (progress.Frames is [var firstFrame, ..])
        {
            held = held.Where(run => run.Frames == firstFrame.Index);
        }

        if (await held.ExecuteUpdateAsync(set => Write(set, progress), cancellationToken) == 0)
        {
            return false;
        }

        if (progress.Chunk is { } chunk)
        {
            db.RunChunks.Add(ToRow(id, chunk));
        }

        db.RunFrames.AddRange(progress.Frames.Select(frame => new RunFrame
        {
            RunId = id,
            Index = frame.Index,
            Step = frame.Step,
            Epoch = frame.Epoch,
            Kind = frame.Kind,
            Json = frame.Json,
        }));
        await KeepAsync(db, id, progress, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Chunks that hold points from <paramref name="fromSequence"/> on. Ask <see cref="FindVisibleAsync"/> first.</summary>
    public async Task<IReadOnlyList<RunChunk>> ReadChunksAsync(Guid id, int fromSequence, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunChunks.AsNoTracking()
            .Where(chunk => chunk.RunId == id && chunk.FirstSequence + chunk.Count > fromSequence)
            .OrderBy(chunk => chunk.FirstSequence)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Frames from <paramref name="fromIndex"/> on. Ask <see cref="FindVisibleAsync"/> first.</summary>
    public async Task<IReadOnlyList<RunFrame>> ReadFramesAsync(Guid id, int fromIndex, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunFrames.AsNoTracking()
            .Where(frame => frame.RunId == id && frame.Index >= fromIndex)
            .OrderBy(frame => frame.Index)
            .ToListAsync(cancellationToken);
    }

    private void Write(UpdateSettersBuilder<Run> set, RunProgress progress)
    {
        DateTime? now = clock.UtcNow();
        set.SetProperty(run => run.State, progress.State)
            .SetProperty(run => run.Step, progress.Step)
            .SetProperty(run => run.Epoch, progress.Epoch)
            .SetProperty(run => run.TrainingMilliseconds, progress.TrainingMilliseconds);
        // A short run may have ended before anyone has written that it trains.
        if (progress.State == RunState.Running || progress.Step > 0)
        {
            set.SetProperty(run => run.StartedUtc, run => run.StartedUtc ?? now);
        }

        if (progress.State.IsFinished())
        {
            set.SetProperty(run => run.EndedUtc, now);
        }

        if (progress.Chunk is { Count: var points })
        {
            set.SetProperty(run => run.Points, run => run.Points + points);
        }

        if (progress.Frames is { Count: > 0 and var frames })
        {
            set.SetProperty(run => run.Frames, run => run.Frames + frames);
        }

        if (progress.TrainLoss is { } trainLoss && double.IsFinite(trainLoss))
        {
            set.SetProperty(run => run.TrainLoss, trainLoss);
        }

        if (progress.ValLoss is { } valLoss && double.IsFinite(valLoss))
        {
            set.SetProperty(run => run.ValLoss, valLoss);
        }

        if (progress.ValAccuracy is { } valAccuracy && double.IsFinite(valAccuracy))
        {
            set.SetProperty(run => run.ValAccuracy, valAccuracy);
        }

        if (progress is { Weights: not null, WeightsStep: { } weightsStep } && progress.State.IsFinished())
        {
            set.SetProperty(run => run.WeightsStep, weightsStep);
        }

        if (progress.Message is { } message)
        {
            set.SetProperty(run => run.Message, message.Length > LongestMessage ? message[..LongestMessage] : message);
        }
    }
}
