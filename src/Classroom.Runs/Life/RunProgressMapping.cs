using Classroom.School;
using Classroom.Training;

namespace Classroom.Runs;

/// <summary>A run's news in the three forms it takes: from the training thread, to the database, to the viewers.</summary>
internal static class RunProgressMapping
{
    public static RunProgress ToProgress(this RunDelta delta, Run run, RunState state, string? message) => new()
    {
        State = state,
        // After a restart the same steps are trained again; what has been reached once is not taken back.
        Step = Math.Max(delta.Step, run.Step),
        Epoch = Math.Max(delta.Epoch, run.Epoch),
        TrainingMilliseconds = Math.Max((long)delta.TrainingTime.TotalMilliseconds, run.TrainingMilliseconds),
        Chunk = delta.Points.Count == 0 ? null : new CurveChunk(run.Points, delta.Points.Count, CurveCodec.Encode(delta.Points)),
        Frames = [.. delta.Frames.Select((frame, i) => new School.ProbeFrame(run.Frames + i, frame.Step, frame.Epoch, frame.Kind, frame.Json))],
        TrainLoss = Last(delta.Points, point => point.TrainLoss),
        ValLoss = Last(delta.Points, point => point.ValLoss),
        ValAccuracy = Last(delta.Points, point => point.ValAccuracy),
        Message = message,
    };

    public static RunUpdate ToUpdate(this RunProgress progress, Run run) => new()
    {
        RunId = run.Id,
        FirstSequence = run.Points,
        Chunk = progress.Chunk?.Data,
        FirstFrame = run.Frames,
        Frames = [.. progress.Frames.Select(frame => new RunFrameMessage(frame.Step, frame.Epoch, frame.Kind, frame.Json))],
        Status = new RunStatus
        {
            State = progress.State,
            Step = progress.Step,
            Steps = run.Steps,
            Epoch = progress.Epoch,
            Epochs = run.Epochs,
            TrainingMilliseconds = progress.TrainingMilliseconds,
            Message = progress.Message,
        },
    };

    /// <summary>Where the run stands, without news: whoever has less than this reads it from the store.</summary>
    public static RunUpdate ToUpdate(this Run run) => new()
    {
        RunId = run.Id,
        FirstSequence = run.Points,
        FirstFrame = run.Frames,
        Frames = [],
        Status = RunStatus.Of(run),
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
    }

    private static double? Last(IReadOnlyList<MetricPoint> points, Func<MetricPoint, float?> metric)
    {
        for (var i = points.Count - 1; i >= 0; i--)
        {
            if (metric(points[i]) is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
