using Classroom.Training.Settings;

namespace Classroom.Web.Features.Presets;

/// <summary>Presets that learn from measurements one after another.</summary>
internal static class SequencePresets
{
    private static readonly TrainingConfig Listener = new()
    {
        Dataset = "waves",
        Model = new RnnConfig { Cell = Cell.Gru, Hidden = 16 },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.01 },
        BatchSize = 32,
        Epochs = 10,
        Seed = 42,
    };

    // Weak noise or large steps, and the plain RNN holds on to the first number too, with some seeds.
    private static readonly TrainingConfig Recall = Listener with
    {
        Dataset = "recall",
        Data = new() { Lag = 40, Noise = 1, Train = 600, Validation = 300 },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.005 },
        Epochs = 12,
    };

    public static readonly LabPreset StartingPoint = new()
    {
        Name = "Starting point: a small GRU",
        Why = "A memory with two gates that reads place by place. A good way to start with sequences, but nobody has tried it on these: "
            + "see for yourself how well it does.",
        Config = Listener,
    };

    public static readonly IReadOnlyList<LabPreset> All =
    [
        new()
        {
            Name = "GRU listener",
            Why = "A memory with two gates reads a wave place by place and decides at its end.",
            Config = Listener,
            Promise = new(
                "It tells the four forms apart: more than six out of ten new waves are named correctly. Guessing would get one in four.",
                [new() { Measure = "validation-accuracy", Of = "GRU listener", AtLeast = 0.6 }]),
        },
        new()
        {
            Name = "Long memory",
            Why = "The first number must be remembered through 40 places of noise. The gate of this GRU that keeps the memory starts open.",
            Config = Recall with { Init = Initialization.LongMemory },
            Promise = new(
                "Within a few epochs, it finds out what to hold on to and gets at least nine out of ten new rows right. “Forgetful RNN” "
                    + "sees the same rows: train both and compare.",
                [
                    new() { Measure = "validation-accuracy", Of = "Long memory", AtLeast = 0.9 },
                    new() { Measure = "validation-accuracy", Of = "Long memory", Minus = "Forgetful RNN", AtLeast = 0.25 },
                ]),
        },
        new()
        {
            Name = "Forgetful RNN",
            Why = "The same rows for a network without gates: each new number overwrites a little of what it holds.",
            Config = Recall with { Model = new RnnConfig { Cell = Cell.Rnn, Hidden = 16 } },
            Promise = new(
                "What came first fades away before the end of the row. The network stays near guessing, which gets half of them right.",
                [new() { Measure = "validation-accuracy", Of = "Forgetful RNN", AtMost = 0.65 }]),
        },
        new()
        {
            Name = "Tide watcher",
            Why = "A GRU reads two days of water levels and predicts the level six hours later.",
            Config = Listener with { Dataset = "tides", Loss = LossFunction.MeanSquaredError, Epochs = 8 },
            Promise = new(
                "It learns the rhythm of the tides: at the end, the training loss is at most three tenths of what it was at the first step.",
                [new() { Measure = "loss-left", Of = "Tide watcher", AtMost = 0.3 }]),
        },
    ];
}
