using Classroom.Runs.Execution;
using Classroom.School.Runs;
using Classroom.Training.Settings;

namespace Classroom.Runs.Grains;

/// <summary>What a run's ending means for its row and for its reader.</summary>
internal static class RunEndingTexts
{
    /// <summary>While nothing can be stored.</summary>
    public const string HeldBack =
        "The server cannot store anything at the moment. Nothing is lost: your run waits and continues by itself.";

    public const string NoDataSet =
        "The data set of this run could not be read, or has been removed. Choose another one, or ask your teacher to look at it.";

    public const string NoWeights =
        "The weights that this run should start with are no longer kept. Choose another run to continue from, or train from scratch.";

    /// <summary>Of a run that trained somewhere else before, and did not end there.</summary>
    /// <param name="reached">The last step that was stored.</param>
    /// <param name="checkpoint">The step that it goes on from; 0 for its start.</param>
    public static string Interrupted(int reached, int checkpoint) =>
        $"The server that trained this run went away at step {reached}. "
        + (checkpoint > 0 ? $"Training continued from the checkpoint at step {checkpoint}" : "Training started over")
        + ", and the curve is the same as without the interruption.";

    /// <summary>Both, one after the other; null where there is neither.</summary>
    public static string? Join(string? ending, string? interruption) =>
        ending is null ? interruption : interruption is null ? ending : $"{ending} {interruption}";

    /// <param name="ending">Why the run has ended.</param>
    /// <param name="config">What was trained.</param>
    /// <param name="limits">What a run may cost.</param>
    /// <param name="run">Its row.</param>
    /// <param name="news">What is not in the row yet.</param>
    public static (RunState State, string? Message) Explain(
        this RunEnding ending, TrainingConfig config, TrainingLimits limits, Run run, RunDelta news)
    {
        var step = RunProgressMapping.LatestStep(news, run);
        var unvalidated = run.ValLoss is null && news.Points.All(point => point.ValLoss is null);
        return ending.Kind switch
        {
            RunEndingKind.Completed => (RunState.Completed, null),
            RunEndingKind.StoppedEarly => (
                RunState.Completed,
                $"The run stopped early, after epoch {run.EpochAt(step)} of {run.Epochs}, as you asked: the loss on the validation "
                + "examples "
                + $"had not become better for {config.Patience} {(config.Patience == 1 ? "epoch" : "epochs")}."),
            RunEndingKind.Stopped =>
                (RunState.Stopped, unvalidated ? $"The run was stopped in its first epoch, {After(step)}. Nothing was validated." : null),
            RunEndingKind.TimeUp => (
                RunState.Stopped,
                $"The run reached the limit of {TimeSpan.FromSeconds(limits.MaxTrainingSeconds).TotalMinutes:0.#} minutes of "
                    + $"training{(unvalidated ? $" in its first epoch, {After(step)}, before anything was validated" : "")}."),
            RunEndingKind.Diverged => (
                RunState.Diverged,
                $"The loss became infinite{(run.EpochAt(step) <= 1 ? " in the first epoch" : "")}: each step overshot further than the one "
                + "before. Try a learning rate ten times smaller."),
            _ => (
                RunState.Failed,
                "Training stopped because of an error on the server. The error has been recorded; you can start the run again."),
        };
    }

    private static string After(int step) => step switch
    {
        0 => "before its first step",
        1 => "after 1 step",
        _ => $"after {step} steps",
    };
}
