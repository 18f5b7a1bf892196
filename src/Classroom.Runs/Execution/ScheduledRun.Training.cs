using System.Diagnostics;
using Classroom.Training.Loop;
using Classroom.Training.Probes;

namespace Classroom.Runs.Execution;

// What the training thread does with a run.
public sealed partial class ScheduledRun
{
    private const int TurnsUntilFirstPoint = 3;

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

    /// <summary>
    /// Trains on the calling thread for about <paramref name="slice"/>, and returns what it took of a processor. Building is
    /// not counted: the first of a class would pay for what all of them share.
    /// </summary>
    internal TimeSpan Train(TimeSpan slice)
    {
        var start = Stopwatch.GetTimestamp();
        var before = trainingTime;
        var taken = ThreadTime.Now;
        try
        {
            if (run is null)
            {
                run = Build();
                taken = ThreadTime.Now;
            }

            while (!paused && !endRequested)
            {
                run.Advance(this);
                var elapsed = Stopwatch.GetElapsedTime(start);
                lock (gate)
                {
                    (step, epoch, trainingTime) = (run.Step, run.Epoch, before + elapsed);
                    pace.Mark(Stopwatch.GetElapsedTime(0), step);
                }

                if (EndingNow(run) is { } reached)
                {
                    RequestEnd(reached);
                }
                else if (rhythm.IsDue(run))
                {
                    Save(run);
                }

                // The first point may take a little longer: if all of a class stopped just before theirs, all would wait for the last.
                if (elapsed >= (run.Points > 0 ? slice : TurnsUntilFirstPoint * slice))
                {
                    break;
                }
            }
        }
        catch (Exception fault)
        {
            // Whatever happens in one run must not take the training thread, and with it everybody's runs, along.
            RequestEnd(new RunEnding(RunEndingKind.Failed, fault));
        }

        return ThreadTime.Now - taken;
    }

    /// <summary>Frees the memory and tells the ending that was asked for; not while <see cref="Train"/> runs.</summary>
    internal void Finish()
    {
        try
        {
            using var last = run;
            if (last is not null && IsWorthKeeping(last))
            {
                (weights, weightsStep) = (last.Weights().ToSafetensors(), last.WeightsStep);
            }
        }
        catch (Exception fault)
        {
            wantedEnding = wantedEnding is null ? null : wantedEnding with { Fault = wantedEnding.Fault ?? fault };
        }

        run = null;
        lock (gate)
        {
            ending = wantedEnding;
        }

        ended.TrySetResult();
    }

    /// <summary>Of a run that has diverged only the best weights are of use, where it was to keep them and had some.</summary>
    private bool IsWorthKeeping(TrainingRun last) => wantedEnding?.Kind switch
    {
        null or RunEndingKind.Failed => false,
        RunEndingKind.Diverged => last.HasBestWeights,
        _ => true,
    };

    private TrainingRun Build()
    {
        var built = options.Build();
        rhythm.Begin(built);
        lock (gate)
        {
            (framesSeen, step, firstStep, epoch) = (built.Frames, built.Step, built.Step, built.Step > 0 ? built.Epoch : 0);
        }

        return built;
    }

    /// <summary>Keeps one checkpoint at most: while it is not stored yet, a newer one would only take memory.</summary>
    private void Save(TrainingRun trained)
    {
        lock (gate)
        {
            if (checkpoint is not null)
            {
                return;
            }
        }

        var saved = new SavedRun(trained.Step, trained.Save());
        rhythm.Saved(trained);
        lock (gate)
        {
            checkpoint = saved;
        }
    }

    private RunEnding? EndingNow(TrainingRun trained) => trained.Outcome switch
    {
        RunOutcome.Completed => new RunEnding(RunEndingKind.Completed, null),
        RunOutcome.StoppedEarly => new RunEnding(RunEndingKind.StoppedEarly, null),
        RunOutcome.Diverged => new RunEnding(RunEndingKind.Diverged, null),
        _ when trainingTime > options.MaxTrainingTime => new RunEnding(RunEndingKind.TimeUp, null),
        _ => null,
    };
}
