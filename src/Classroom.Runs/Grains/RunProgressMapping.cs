using Classroom.Runs.Curves;
using Classroom.Runs.Execution;
using Classroom.School.Runs;
using Classroom.Training.Loop;

namespace Classroom.Runs.Grains;

/// <summary>A run's news in the three forms it takes: from the training thread, to the database, to the viewers.</summary>
internal static class RunProgressMapping
{
    /// <param name="delta">What is new.</param>
    /// <param name="run">The row as it is stored.</param>
    /// <param name="state">The state that the run is in now.</param>
    /// <param name="message">For the reader of a run that has ended.</param>
    /// <param name="lastCheckpoint">The step of the last checkpoint that is known to be good.</param>
    public static RunProgress ToProgress(this RunDelta delta, Run run, RunState state, string? message, int? lastCheckpoint) => new()
    {
        State = state,
        Step = LatestStep(delta, run),
        // An epoch of which not one step was trained is not where a run has ended.
        Epoch = state.IsFinished() ? run.EpochAt(LatestStep(delta, run)) : Math.Max(delta.Epoch, run.Epoch),
        TrainingMilliseconds = Math.Max((long)delta.TrainingTime.TotalMilliseconds, run.TrainingMilliseconds),
        Chunk = delta.Points.Count == 0 ? null : new CurveChunk(run.Points, delta.Points.Count, CurveCodec.Encode(delta.Points)),
        Frames = [.. delta.Frames.Select((frame, i) => new StoredFrame(run.Frames + i, frame.Step, frame.Epoch, frame.Kind, frame.Json))],
        TrainLoss = Last(delta.Points, point => point.TrainLoss),
        ValLoss = Last(delta.Points, point => point.ValLoss),
        ValAccuracy = Last(delta.Points, point => point.ValAccuracy),
        Message = message,
        Checkpoint = delta.Checkpoint is { } saved ? new Checkpoint(saved.Step, saved.Data, lastCheckpoint) : null,
        Weights = delta.Weights,
        WeightsStep = delta.WeightsStep,
    };

    /// <param name="progress">What is stored now.</param>
    /// <param name="run">The row as it was before.</param>
    /// <param name="status">Where the run stands now.</param>
    public static RunUpdate ToUpdate(this RunProgress progress, Run run, RunStatus status) => new()
    {
        RunId = run.Id,
        FirstSequence = run.Points,
        Chunk = progress.Chunk?.Data,
        FirstFrame = run.Frames,
        Frames = [.. progress.Frames.Select(frame => new RunFrameMessage(frame.Step, frame.Epoch, frame.Kind, frame.Json))],
        Status = status,
    };

    /// <summary>Where the run stands, without news: whoever has less than this reads it from the store.</summary>
    public static RunUpdate ToUpdate(this Run run, RunStatus status) => new()
    {
        RunId = run.Id,
        FirstSequence = run.Points,
        FirstFrame = run.Frames,
        Frames = [],
        Status = status,
    };

    /// <summary>Brings the grain's copy of the row to what has just been stored.</summary>
    public static void Advance(this Run run, RunProgress progress)
    {
        run.State = progress.State;
        run.Step = progress.Step;
        run.Epoch = progress.Epoch;
        run.TrainingMilliseconds = progress.TrainingMilliseconds;
        run.Points += progress.Chunk?.Count ?? 0;
        run.Frames += progress.Frames.Count;
        run.Message = progress.Message ?? run.Message;
        run.ValLoss = progress.ValLoss ?? run.ValLoss;
        run.WeightsStep = progress.State.IsFinished() ? progress.WeightsStep : null;
    }

    /// <summary>After a restart the same steps are trained again; what has been reached once is not taken back.</summary>
    internal static int LatestStep(RunDelta delta, Run run) => Math.Max(delta.Step, run.Step);

    /// <summary>
    /// The last that is a number. A loss that has become infinite has no place in a list that is sorted by it, and SQLite would store
    /// "not a number" as nothing, so that an older one would stay.
    /// </summary>
    private static double? Last(IReadOnlyList<MetricPoint> points, Func<MetricPoint, float?> metric)
    {
        for (var i = points.Count - 1; i >= 0; i--)
        {
            if (metric(points[i]) is { } value && float.IsFinite(value))
            {
                return value;
            }
        }

        return null;
    }
}
