using System.Diagnostics;
using Classroom.Training.Loop;

namespace Classroom.Runs.Execution;

/// <summary>
/// The work on one run, done by whichever training thread has it in turn: builds the model, trains it, saves it, and takes its weights
/// at the end. Everything but <see cref="IsBuilt"/> and <see cref="Pace"/> is for that thread alone.
/// </summary>
internal sealed class RunTrainer(ScheduledRunOptions options, RunBuffer buffer)
{
    // The first point may take a little longer: if all of a class stopped just before theirs, all would wait for the last.
    private const int TurnsUntilFirstPoint = 3;

    private readonly CheckpointRhythm rhythm = new(options.CheckpointEvery);
    private TrainingRun? run;

    public bool IsBuilt => run is not null;

    public WallPace Pace { get; } = new();

    /// <summary>
    /// Trains on the calling thread for about <paramref name="slice"/>, and returns what it took of a processor. Building is
    /// not counted: the first of a class would pay for what all of them share.
    /// </summary>
    public TimeSpan Train(TimeSpan slice, ScheduledRun scheduled)
    {
        var start = Stopwatch.GetTimestamp();
        var before = buffer.TrainingTime;
        var taken = ThreadTime.Now;
        try
        {
            if (run is null)
            {
                run = Build();
                taken = ThreadTime.Now;
            }

            while (!scheduled.Paused && !scheduled.EndRequested)
            {
                run.Advance(buffer);
                var elapsed = Stopwatch.GetElapsedTime(start);
                buffer.Advance(run, before + elapsed);
                Pace.Mark(Stopwatch.GetElapsedTime(0), run.Step);
                if (FindEnding(run, before + elapsed) is { } reached)
                {
                    scheduled.RequestEnd(reached);
                }
                else if (rhythm.IsDue(run))
                {
                    Save(run);
                }

                if (elapsed >= (run.Points > 0 ? slice : TurnsUntilFirstPoint * slice))
                {
                    break;
                }
            }
        }
        catch (Exception fault)
        {
            // Whatever happens in one run must not take the training thread, and with it everybody's runs, along.
            scheduled.RequestEnd(new RunEnding(RunEndingKind.Failed, fault));
        }

        return ThreadTime.Now - taken;
    }

    /// <summary>Frees the memory and hands over the weights and the ending; not while <see cref="Train"/> runs.</summary>
    public void Finish(RunEnding? ending)
    {
        try
        {
            using var last = run;
            if (last is not null && HasWeightsToStore(last, ending))
            {
                buffer.AddWeights(last.Weights().ToSafetensors(), last.WeightsStep);
            }
        }
        catch (Exception fault)
        {
            ending = ending is null ? null : ending with { Fault = ending.Fault ?? fault };
        }

        run = null;
        buffer.End(ending);
    }

    /// <summary>Of a run that has diverged only the best weights are of use, where it was to keep them and had some.</summary>
    private static bool HasWeightsToStore(TrainingRun last, RunEnding? ending) => ending?.Kind switch
    {
        null or RunEndingKind.Failed => false,
        RunEndingKind.Diverged => last.HasBestWeights,
        _ => true,
    };

    private TrainingRun Build()
    {
        var built = options.Build();
        rhythm.Begin(built);
        buffer.Begin(built);
        return built;
    }

    private void Save(TrainingRun trained)
    {
        if (!buffer.HoldsCheckpoint)
        {
            var saved = new SavedRun(trained.Step, trained.Save());
            rhythm.Saved(trained);
            buffer.Add(saved);
        }
    }

    private RunEnding? FindEnding(TrainingRun trained, TimeSpan trainingTime) => trained.Outcome switch
    {
        RunOutcome.Completed => new RunEnding(RunEndingKind.Completed, null),
        RunOutcome.StoppedEarly => new RunEnding(RunEndingKind.StoppedEarly, null),
        RunOutcome.Diverged => new RunEnding(RunEndingKind.Diverged, null),
        _ when trainingTime > options.MaxTrainingTime => new RunEnding(RunEndingKind.TimeUp, null),
        _ => null,
    };
}
