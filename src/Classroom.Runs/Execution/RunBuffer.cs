using Classroom.Training.Loop;
using Classroom.Training.Probes;

namespace Classroom.Runs.Execution;

/// <summary>
/// What a run has brought and nobody has stored yet: the one thing that its training thread and its grain share. The thread adds, the
/// grain reads, stores and acknowledges.
/// </summary>
internal sealed class RunBuffer(ScheduledRunOptions options) : ITrainingSink
{
    private readonly Lock gate = new();
    private readonly List<MetricPoint> points = [];
    private readonly List<ProbeFrame> frames = [];
    private int framesSeen;
    private int firstStep;
    private int step;
    private int epoch;
    private TimeSpan trainingTime = options.TrainedBefore;
    private SavedRun? checkpoint;
    private byte[]? weights;
    private int? weightsStep;
    private RunEnding? ending;

    /// <summary>Training time so far, waiting not counted.</summary>
    public TimeSpan TrainingTime
    {
        get
        {
            lock (gate)
            {
                return trainingTime;
            }
        }
    }

    /// <summary>The step at which this process began or went on, and the step that is reached.</summary>
    public (int First, int Reached) Steps
    {
        get
        {
            lock (gate)
            {
                return (firstStep, step);
            }
        }
    }

    /// <summary>True while a checkpoint waits to be stored: until then a newer one would only take memory.</summary>
    public bool HoldsCheckpoint
    {
        get
        {
            lock (gate)
            {
                return checkpoint is not null;
            }
        }
    }

    /// <summary>True when so much waits to be stored that the run must not train on.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate)
            {
                return points.Count >= options.MostPointsWaiting || frames.Count >= options.MostFramesWaiting;
            }
        }
    }

    void ITrainingSink.Point(MetricPoint point)
    {
        lock (gate)
        {
            if (point.Sequence >= options.PointsStored)
            {
                points.Add(point);
            }
        }
    }

    void ITrainingSink.Frame(ProbeFrame frame)
    {
        lock (gate)
        {
            if (framesSeen++ >= options.FramesStored)
            {
                frames.Add(frame);
            }
        }
    }

    /// <summary>The run is built and stands at its start, or at its checkpoint.</summary>
    public void Begin(TrainingRun built)
    {
        lock (gate)
        {
            (framesSeen, step, firstStep, epoch) = (built.Frames, built.Step, built.Step, built.Step > 0 ? built.Epoch : 0);
        }
    }

    public void Advance(TrainingRun run, TimeSpan time)
    {
        lock (gate)
        {
            (step, epoch, trainingTime) = (run.Step, run.Epoch, time);
        }
    }

    public void Add(SavedRun saved)
    {
        lock (gate)
        {
            checkpoint = saved;
        }
    }

    /// <param name="file">The network as a safetensors file.</param>
    /// <param name="atStep">The training steps after which it stood.</param>
    public void AddWeights(byte[] file, int atStep)
    {
        lock (gate)
        {
            (weights, weightsStep) = (file, atStep);
        }
    }

    /// <summary>The last thing that is added; null where the run goes on elsewhere.</summary>
    public void End(RunEnding? with)
    {
        lock (gate)
        {
            ending = with;
        }
    }

    /// <summary>All that is not acknowledged yet, as it stands together.</summary>
    public RunDelta Read()
    {
        lock (gate)
        {
            return new RunDelta
            {
                Points = [.. points],
                Frames = [.. frames],
                Step = step,
                Epoch = epoch,
                TrainingTime = trainingTime,
                Checkpoint = checkpoint,
                Weights = weights,
                WeightsStep = weightsStep,
                Ending = ending,
            };
        }
    }

    /// <summary>Drops what is stored now.</summary>
    public void Acknowledge(int pointCount, int frameCount, SavedRun? stored)
    {
        lock (gate)
        {
            points.RemoveRange(0, pointCount);
            frames.RemoveRange(0, frameCount);
            checkpoint = ReferenceEquals(checkpoint, stored) ? null : checkpoint;
        }
    }
}
