using System.Diagnostics;
using Classroom.Training.Loop;

namespace Classroom.Runs.Execution;

/// <summary>
/// When a run is worth saving: every so often while it gets turns, and at an epoch's end if that is not just after the last time.
/// </summary>
internal sealed class CheckpointRhythm(TimeSpan every)
{
    /// <summary>How often a run is saved where nobody says otherwise: about as much training is lost with a process that dies.</summary>
    public static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(5);

    private readonly TimeSpan atEpochEnd = every / 5;
    private long last = Stopwatch.GetTimestamp();
    private int lastStep;
    private int epoch;

    /// <summary>The run stands at a step that is known already: none, or that of its checkpoint.</summary>
    public void Begin(TrainingRun run) => (last, lastStep, epoch) = (Stopwatch.GetTimestamp(), run.Step, run.Epoch);

    /// <summary>To be asked after each advance, so that no epoch's end is missed.</summary>
    public bool IsDue(TrainingRun run)
    {
        if (!run.CanSave || run.Step == lastStep)
        {
            return false;
        }

        var endOfEpoch = run.Epoch != epoch;
        epoch = run.Epoch;
        return Stopwatch.GetElapsedTime(last) >= (endOfEpoch ? atEpochEnd : every);
    }

    public void Saved(TrainingRun run) => (last, lastStep) = (Stopwatch.GetTimestamp(), run.Step);
}
