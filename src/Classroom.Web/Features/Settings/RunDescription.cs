using Classroom.Runs.Grains;
using Classroom.School.Runs;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Table;

namespace Classroom.Web.Features.Settings;

/// <summary>A run in words.</summary>
public static class RunDescription
{
    /// <summary>What was chosen, in the order of the lab's form.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(TrainingConfig config) =>
        [.. OfData(config), .. OfNetwork(config), .. OfTraining(config)];

    public static IEnumerable<(string Name, string Value)> OfData(TrainingConfig config)
    {
        var isPicture = BuiltInDataSets.List.FirstOrDefault(info => info.Id == config.Dataset)?.Kind == DataSetKind.Image;
        return LabForm.From(config).Data.Select(option => (LabDataField.LabelOf(option.Key, isPicture), option.Value));
    }

    public static IEnumerable<(string Name, string Value)> OfNetwork(TrainingConfig config) =>
        new ConfigTexts(config).Describe(DescriptionPart.Network);

    public static IEnumerable<(string Name, string Value)> OfTraining(TrainingConfig config)
    {
        var texts = new ConfigTexts(config);
        return Enum.GetValues<DescriptionPart>().Where(part => part > DescriptionPart.Network).SelectMany(texts.Describe);
    }

    /// <summary>Which of its weights a run that has ended has kept; null where that is not known.</summary>
    public static string? KeptWeights(RunStatus status, TrainingConfig config)
    {
        if (status.WeightsStep is not { } step || status.Steps == 0)
        {
            return null;
        }

        var perEpoch = Math.Max(1, status.Steps / status.Epochs);
        var (epoch, rest) = Math.DivRem(step, perEpoch);
        return (step, rest) switch
        {
            (0, _) => "the weights before the first step",
            (
                _,
                0) => $"the weights after epoch {epoch} of "
                    + $"{status.Epochs}{(config.KeepsBest ? ", where the validation loss was lowest" : "")}",
            _ => $"the weights after step {step}, in epoch {epoch + 1} of "
                + $"{status.Epochs}{(config.KeepsBest ? ": no epoch had been validated" : "")}",
        };
    }

    /// <summary>When a waiting run begins and how long a training one still takes; null where nobody can know.</summary>
    public static string? Outlook(RunStatus status) => status switch
    {
        { State: RunState.Running, ExpectedEnd: { } left } => $"about {Words(left)} left",
        // With a message it does not: that says what keeps it.
        { State: RunState.Queued, QueuePlace: null, Message: not null } => null,
        { State: RunState.Queued, QueuePlace: null } => "starts in a moment",
        { State: RunState.Queued, QueuePlace: { } place } => string.Join(
            ", ",
            $"{(place == 1 ? "next" : $"number {place}")} in line",
            status.ExpectedStart is { } start
                ? $"starts in about {Words(start)}"
                : $"starts when the {(place == 1 ? "run before it is" : $"{place} runs before it are")} done",
            status.ExpectedEnd is { } end ? $"done in about {Words(end)}" : "you see how long it takes once it starts"),
        _ => null,
    };

    /// <summary>Of a run that was stopped: at which step, and what its numbers are worth; null for others.</summary>
    public static string? StoppedEarly(RunStatus status) => status switch
    {
        { State: not RunState.Stopped } => null,
        { Step: 0 } => "Stopped before its first step, so there is nothing to measure.",
        _ => $"Stopped early, at step {status.Step:N0} of {status.Steps:N0}. Its numbers are those up to there.",
    };

    /// <summary>What has computed a run.</summary>
    public static string ComputedWith(Run run) => run switch
    {
        { Engine: { } engine, Processor: { } processor } => $"{engine}, on {processor}",
        { State: RunState.Queued, Step: 0 } => "known once it trains",
        _ => "not recorded",
    };

    /// <summary>Of a run that should train, when nothing has come of it for a while.</summary>
    public static string Silence(TimeSpan silence) =>
        $"waiting for its turn on a busy server: no news for {Words(TimeSpan.FromSeconds(Math.Floor(silence.TotalSeconds)))}";

    private static string Words(int seconds) => Words(TimeSpan.FromSeconds(Math.Max(seconds, 1)));

    public static string Words(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => "less than a second",
        { TotalSeconds: < 90 } => $"{Math.Ceiling(time.TotalSeconds):0} s",
        _ => $"{Math.Ceiling(time.TotalMinutes):0} min",
    };
}
