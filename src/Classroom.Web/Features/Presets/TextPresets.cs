using Classroom.Training.Settings;

namespace Classroom.Web.Features.Presets;

/// <summary>Presets that learn to write.</summary>
internal static class TextPresets
{
    private static readonly TrainingConfig Writer = Create(Cell.Gru);

    public static readonly LabPreset StartingPoint = new()
    {
        Name = "Starting point: a small GRU",
        Why = "A memory with two gates that learns to write letter by letter. A good way to start with a text, but nobody has tried it "
            + "on this one: see for yourself how well it does.",
        Config = Writer,
    };

    public static readonly IReadOnlyList<LabPreset> All =
    [
        new()
        {
            Name = "GRU writer",
            Why = "A memory with two gates learns to write short sentences.",
            Config = Writer,
            Promise = new(
                "First it writes letters at random, then words, then nearly sentences. Someone who knows only how common each letter is "
                    + "would have a loss of 2.9. This network ends below 1.",
                [new() { Measure = "validation-loss", Of = "GRU writer", AtMost = 1 }]),
        },
        new()
        {
            Name = "LSTM writer",
            Why = "Three gates and a separate memory. It was invented to remember for longer.",
            Config = Create(Cell.Lstm),
            Promise = new(
                "It learns to write sentences too: its validation loss ends below 1.6. Train “GRU writer” as well to see whether the "
                    + "third gate helps with sentences this short.",
                [new() { Measure = "validation-loss", Of = "LSTM writer", AtMost = 1.6 }]),
        },
        new()
        {
            Name = "Plain RNN",
            Why = "No gates at all: the oldest and simplest loop. How much worse is it?",
            Config = Create(Cell.Rnn),
            Promise = new(
                "Not much: it learns words too, since what helps most lies only a few letters back. But its validation loss ends above "
                    + "that of “GRU writer”: train both and compare.",
                [
                    new() { Measure = "validation-loss", Of = "Plain RNN", AtMost = 1.2 },
                    new() { Measure = "validation-loss", Of = "Plain RNN", Minus = "GRU writer", AtLeast = 0.06 },
                ]),
        },
        new()
        {
            Name = "Name inventor",
            Why = "A GRU reads first names from all over the world and makes up new ones.",
            Config = Writer with { Dataset = "names", Epochs = 8 },
            Promise = new(
                "The names that it makes up get easier to pronounce. Names are harder to guess than sentences, so the validation loss "
                    + "stays above 1.8.",
                [new() { Measure = "validation-loss", Of = "Name inventor", AtLeast = 1.8, AtMost = 2.6 }]),
        },
    ];

    private static TrainingConfig Create(Cell cell) => new()
    {
        Dataset = "sentences",
        Model = new RnnConfig { Cell = cell, Hidden = 48 },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.01 },
        BatchSize = 16,
        Epochs = 6,
        Seed = 42,
    };
}
