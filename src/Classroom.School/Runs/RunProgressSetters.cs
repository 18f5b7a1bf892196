using Microsoft.EntityFrameworkCore.Query;

namespace Classroom.School.Runs;

/// <summary>What a run's row becomes when its holder writes.</summary>
internal static class RunProgressSetters
{
    public static void SetProgress(this UpdateSettersBuilder<Run> set, RunProgress progress, DateTime now)
    {
        DateTime? moment = now;
        set.SetProperty(run => run.State, progress.State)
            .SetProperty(run => run.Step, progress.Step)
            .SetProperty(run => run.Epoch, progress.Epoch)
            .SetProperty(run => run.TrainingMilliseconds, progress.TrainingMilliseconds);
        // A short run may have ended before anyone has written that it trains.
        if (progress.State == RunState.Running || progress.Step > 0)
        {
            set.SetProperty(run => run.StartedUtc, run => run.StartedUtc ?? moment);
        }

        if (progress.State.IsFinished())
        {
            set.SetProperty(run => run.EndedUtc, moment);
        }

        if (progress.Chunk is { Count: var points })
        {
            set.SetProperty(run => run.Points, run => run.Points + points);
        }

        if (progress.Frames is { Count: > 0 and var frames })
        {
            set.SetProperty(run => run.Frames, run => run.Frames + frames);
        }

        if (progress.TrainLoss is { } trainLoss && double.IsFinite(trainLoss))
        {
            set.SetProperty(run => run.TrainLoss, trainLoss);
        }

        if (progress.ValLoss is { } valLoss && double.IsFinite(valLoss))
        {
            set.SetProperty(run => run.ValLoss, valLoss);
        }

        if (progress.ValAccuracy is { } valAccuracy && double.IsFinite(valAccuracy))
        {
            set.SetProperty(run => run.ValAccuracy, valAccuracy);
        }

        if (progress is { Weights: not null, WeightsStep: { } weightsStep } && progress.State.IsFinished())
        {
            set.SetProperty(run => run.WeightsStep, weightsStep);
        }

        if (progress.Message is { } message)
        {
            set.SetProperty(run => run.Message, message.Length > Run.LongestMessage ? message[..Run.LongestMessage] : message);
        }
    }
}
