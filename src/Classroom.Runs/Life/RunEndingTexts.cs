using Classroom.School;
using Classroom.Training;

namespace Classroom.Runs;

/// <summary>What a run's ending means for its row and for its reader.</summary>
internal static class RunEndingTexts
{
    /// <summary>While nothing can be stored.</summary>
    public const string HeldBack = "The server cannot store anything at the moment. Nothing is lost: your run waits and goes on by itself.";

    public const string NoDataSet = "The data set of this run could not be read. Ask your teacher to look at it.";

    public const string NoWeights = "The weights that this run was to begin with are not kept any more. Choose another run to go on from, or train from scratch.";

    public static (RunState State, string? Message) Explain(this RunEnding ending, TrainingConfig config, TrainingLimits limits) => ending.Kind switch
    {
        RunEndingKind.Completed => (RunState.Completed, null),
        RunEndingKind.StoppedEarly => (
            RunState.Completed,
            $"The run stopped early, as you asked: the loss on the validation examples had not become better for {config.Patience} {(config.Patience == 1 ? "epoch" : "epochs")}. "
            + "More training would only have taught it the training examples by heart."),
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
