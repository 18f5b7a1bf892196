using Classroom.Runs.Grains;
using Classroom.School.Runs;
using Classroom.Training.Loop;

namespace Classroom.Runs.Live;

/// <summary>
/// A run as this node knows it while somebody watches: the whole curve and all frames so far, kept up by the grain's
/// updates. Viewers read from it by position, each at her own pace, so that a slow one misses nothing and holds nobody up.
/// </summary>
public sealed class LiveRun
{
    private readonly Lock gate = new();
    private readonly AppendOnlyList<MetricPoint> points = new();
    private readonly AppendOnlyList<RunFrameMessage> frames = new();
    private RunStatus status;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal LiveRun(Guid id, RunStatus status) => (Id, this.status) = (id, status);

    public Guid Id { get; }

    /// <summary>
    /// What is new for a viewer who has already seen <paramref name="pointsSeen"/> points and <paramref name="framesSeen"/> frames.
    /// </summary>
    public RunNews Read(int pointsSeen, int framesSeen)
    {
        lock (gate)
        {
            return new RunNews(
                status,
                points.From(pointsSeen),
                frames.From(framesSeen),
                changed.Task);
        }
    }

    internal int PointCount
    {
        get
        {
            lock (gate)
            {
                return points.Count;
            }
        }
    }

    internal int FrameCount
    {
        get
        {
            lock (gate)
            {
                return frames.Count;
            }
        }
    }

    internal bool IsFinished => Read(int.MaxValue, int.MaxValue).Status.State.IsFinished();

    /// <summary>Adds what follows; false where something in between is missing and must be read from the store first.</summary>
    internal bool TryAdd(
        int firstSequence,
        IReadOnlyList<MetricPoint> newPoints,
        int firstFrame,
        IReadOnlyList<RunFrameMessage> newFrames,
        RunStatus newStatus)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            if (firstSequence > points.Count || firstFrame > frames.Count)
            {
                return false;
            }

            // An update that was under way while the store was read comes late: its points are known, its status is old.
            var late = firstSequence + newPoints.Count < points.Count || firstFrame + newFrames.Count < frames.Count;
            points.AddRange(newPoints, points.Count - firstSequence);
            frames.AddRange(newFrames, frames.Count - firstFrame);
            if (!late && !status.State.IsFinished())
            {
                status = newStatus;
            }

            before = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
        return true;
    }
}
