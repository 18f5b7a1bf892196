using Classroom.School;
using Classroom.Training;

namespace Classroom.Runs;

/// <summary>What a run's ending means for its row and for its reader.</summary>
internal static class RunEndingTexts
{
    public static (RunState State, string? Message) Explain(this RunEnding ending, TrainingLimits limits) => ending.Kind switch
    {
        RunEndingKind.Completed => (RunState.Completed, null),
        RunEndingKind.Stopped => (RunState.Stopped, null),
        RunEndingKind.TimeUp => (
            RunState.Stopped,
            $"The run reached the limit of {TimeSpan.FromSeconds(limits.MaxTrainingSeconds).TotalMinutes:0.#} minutes of training."),
        RunEndingKind.Diverged => (
            RunState.Diverged,
            "The loss became infinite: each step overshot further than the one before. Try a learning rate ten times smaller."),
        _ => (
            RunState.Failed,
            "Training broke off because of a fault on the server. It has been written down; you can start the run again."),
    };
}
