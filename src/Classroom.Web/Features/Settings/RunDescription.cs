using Classroom.Naming;
using Classroom.Runs;
using Classroom.Runs.Grains;
using Classroom.School.Runs;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Settings;

/// <summary>A run in words.</summary>
public static class RunDescription
{
    /// <summary>What was chosen, in the order of the lab's form.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(TrainingConfig config) => [.. OfData(config), .. OfNetwork(config.Model), .. OfTraining(config)];

    /// <summary>A network in one line: "CNN: filters 8, then 16; dense 64".</summary>
    public static string InOneLine(ModelConfig model) => model switch
    {
        CnnConfig cnn => $"CNN: filters {string.Join(", then ", cnn.Conv)}{(cnn.Dense.Count > 0 ? $"; dense {string.Join(", then ", cnn.Dense)}" : "")}",
        MlpConfig { Hidden.Count: 0 } => "MLP without hidden layers",
        MlpConfig mlp => $"MLP: hidden {string.Join(", then ", mlp.Hidden)}",
        RnnConfig rnn => $"{RunTitle.Network(rnn)}: {rnn.Hidden} units",
        AutoencoderConfig autoencoder => $"Autoencoder: code of {autoencoder.Code}",
        _ => RunTitle.Network(model),
    };

    public static IEnumerable<(string Name, string Value)> OfData(TrainingConfig config)
    {
        var isPicture = BuiltInDataSets.List.FirstOrDefault(info => info.Id == config.Dataset)?.Kind == DataSetKind.Image;
        return LabForm.From(config).Data.Select(option => (LabDataField.LabelOf(option.Key, isPicture), option.Value));
    }

    public static IEnumerable<(string Name, string Value)> OfNetwork(ModelConfig model)
    {
        switch (model)
        {
            case CnnConfig cnn:
                yield return ("Filters", string.Join(", then ", cnn.Conv));
                yield return ("Filter size", $"{cnn.Kernel} × {cnn.Kernel}");
                yield return ("Pooling", cnn.Pool switch { Pooling.Max => "max", Pooling.Average => "average", Pooling.Stride => "stride", _ => "none" });
                yield return ("Dense layers", cnn.Dense.Count > 0 ? string.Join(", then ", cnn.Dense) : "none");
                yield return ("Activation", Words(cnn.Activation));
                yield return ("Dropout", $"{cnn.Dropout:0.####}");
                break;
            case MlpConfig mlp:
                yield return ("Hidden layers", mlp.Hidden.Count > 0 ? string.Join(", then ", mlp.Hidden) : "none");
                yield return ("Activation", Words(mlp.Activation));
                yield return ("Dropout", $"{mlp.Dropout:0.####}");
                yield return ("Shortcuts", mlp.Residual ? "yes" : "no");
                break;
            case AutoencoderConfig autoencoder:
                yield return ("Layers down to the code", autoencoder.Hidden.Count > 0 ? string.Join(", then ", autoencoder.Hidden) : "none");
                yield return ("Numbers in the code", autoencoder.Code.ToString());
                yield return ("Activation", Words(autoencoder.Activation));
                break;
            case RnnConfig rnn:
                yield return ("Cell", RunTitle.Network(rnn));
                yield return ("Hidden units", rnn.Hidden.ToString());
                yield return ("Layers", rnn.Layers.ToString());
                break;
        }
    }

    public static IEnumerable<(string Name, string Value)> OfTraining(TrainingConfig config)
    {
        if (config.From is { } from)
        {
            yield return ("Starts with", (Guid.TryParse(from, out _) ? $"the weights of run …{from[^6..]}" : "the weights of the first run") + (config.Freeze > 0 ? $", the first {(config.Freeze == 1 ? "layer" : $"{config.Freeze} layers")} kept" : ""));
        }

        if (config.Model is not AutoencoderConfig)
        {
            yield return ("Loss", config.Loss == LossFunction.MeanSquaredError ? "squared error" : "cross-entropy");
        }

        if (config.Init != Initialization.Default)
        {
            yield return ("First weights", config.Init == Initialization.LongMemory ? "memory gate open" : "Kaiming and Xavier");
        }

        if (config.Clip is { } clip)
        {
            yield return ("Gradients clipped at", $"{clip:0.######}");
        }

        yield return ("Optimizer", config.Optimizer.Kind == OptimizerKind.Adam ? "Adam" : "SGD");
        yield return ("Learning rate", $"{config.Optimizer.LearningRate:0.##########}");
        if (config.Schedule == LearningRateSchedule.Cosine)
        {
            yield return ("Schedule", "cosine");
        }

        if (config.Optimizer.Momentum > 0)
        {
            yield return ("Momentum", $"{config.Optimizer.Momentum:0.###}");
        }

        if (config.Optimizer.WeightDecay > 0)
        {
            yield return ("Weight decay", $"{config.Optimizer.WeightDecay:0.##########}");
        }

        if (config.Patience is { } patience)
        {
            yield return ("Stops early after", $"{Counted.Of(patience, "epoch")} without a better validation loss");
        }

        yield return ("Weights kept", config.KeepsBest ? "those of the epoch with the lowest validation loss" : "the last ones");
        yield return ("Batch size", config.BatchSize.ToString());
        yield return ("Epochs", config.Epochs.ToString());
        yield return ("Seed", config.Seed.ToString());
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
            (_, 0) => $"the weights after epoch {epoch} of {status.Epochs}{(config.KeepsBest ? ", where the validation loss was lowest" : "")}",
            _ => $"the weights after step {step}, in epoch {epoch + 1} of {status.Epochs}{(config.KeepsBest ? ": no epoch had been validated" : "")}",
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
            status.ExpectedStart is { } start ? $"starts in about {Words(start)}" : $"starts when the {(place == 1 ? "run before it is" : $"{place} runs before it are")} done",
            status.ExpectedEnd is { } end ? $"done in about {Words(end)}" : "you see how long it takes once it starts"),
        _ => null,
    };

    /// <summary>What has computed a run.</summary>
    public static string ComputedWith(Run run) => run switch
    {
        { Engine: { } engine, Processor: { } processor } => $"{engine}, on {processor}",
        { State: RunState.Queued, Step: 0 } => "known once it trains",
        _ => "not recorded",
    };

    /// <summary>Of a run that should train, when nothing has come of it for a while.</summary>
    public static string Silence(TimeSpan silence) => $"waiting for its turn on a busy server: no news for {Words(TimeSpan.FromSeconds(Math.Floor(silence.TotalSeconds)))}";

    private static string Words(Activation activation) => activation switch
    {
        Activation.Linear => "none (linear)",
        Activation.Relu => "ReLU",
        var bend => bend.ToString().ToLowerInvariant(),
    };

    private static string Words(int seconds) => Words(TimeSpan.FromSeconds(Math.Max(seconds, 1)));

    public static string Words(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => "less than a second",
        { TotalSeconds: < 90 } => $"{Math.Ceiling(time.TotalSeconds):0} s",
        _ => $"{Math.Ceiling(time.TotalMinutes):0} min",
    };
}
