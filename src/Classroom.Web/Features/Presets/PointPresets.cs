using Classroom.Training.Settings;

namespace Classroom.Web.Features.Presets;

/// <summary>Presets that learn from rows of numbers, most of them points in the plane.</summary>
internal static class PointPresets
{
    private static readonly TrainingConfig Bent = new()
    {
        Dataset = "circles",
        Model = new MlpConfig { Hidden = [16, 16], Activation = Activation.Tanh },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.01 },
        BatchSize = 16,
        Epochs = 60,
        Seed = 42,
    };

    private static readonly TrainingConfig Straight = Bent with { Model = new MlpConfig { Activation = Activation.Tanh } };

    private static readonly TrainingConfig Valley = new()
    {
        Dataset = "line",
        Model = new MlpConfig { Activation = Activation.Linear },
        Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.3 },
        Loss = LossFunction.MeanSquaredError,
        BatchSize = 60,
        Epochs = 50,
        Seed = 42,
    };

    public static readonly LabPreset StartingPoint = new()
    {
        Name = "Starting point: a small MLP",
        Why = "Two layers of tanh neurons and Adam. A good way to start with rows of numbers, but nobody has tried it on these: see for "
            + "yourself how well it does.",
        Config = Bent,
    };

    public static readonly IReadOnlyList<LabPreset> All =
    [
        new()
        {
            Name = "Small and bent",
            Why = "Two layers of tanh neurons. Their border can bend around a shape.",
            Config = Bent,
            AlsoOn = ["spiral", "moons"],
            Promise = new(
                "The border bends until it follows the shape, and at least nine out of ten new points lie on the right side.",
                [new() { Measure = "validation-accuracy", Of = "Small and bent", AtLeast = 0.9 }]),
        },
        new()
        {
            Name = "One straight line",
            Why = "No hidden layer at all: what can a single line divide?",
            Config = Straight,
            AlsoOn = ["xor"],
            Promise = new(
                "Not this. However long it trains, a single straight border leaves at least a fifth of the new points on the wrong side.",
                [new() { Measure = "validation-accuracy", Of = "One straight line", AtMost = 0.8 }]),
        },
        new()
        {
            Name = "Straight borders",
            Why = "No hidden layer, and clouds that straight lines can divide.",
            Config = Straight with { Dataset = "blobs" },
            Promise = new(
                "Here nothing needs to bend: at least nine out of ten new points are right. Nobody gets them all, since the clouds touch.",
                [new() { Measure = "validation-accuracy", Of = "Straight borders", AtLeast = 0.9, AtMost = 0.999 }]),
        },
        new()
        {
            Name = "Deep with shortcuts",
            Why = "Eight layers that each add a little to what they were given.",
            Config = Bent with
            {
                Model = new MlpConfig { Hidden = [.. Enumerable.Repeat(12, 8)], Residual = true },
                Init = Initialization.KaimingXavier,
                Epochs = 40,
                Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.003 },
            },
            Promise = new(
                "So many layers can be trained well: at least nine out of ten new points are right.",
                [new() { Measure = "validation-accuracy", Of = "Deep with shortcuts", AtLeast = 0.9 }]),
        },
        new()
        {
            Name = "Down the valley",
            Why = "Two weights for points along a line, and each step looks at all of them: the whole loss fits into one picture.",
            Config = Valley,
            Promise = new(
                "Each step goes downhill, and the path ends at the bottom of the valley. The little loss that is left comes from the "
                    + "points that lie above or below the line.",
                [new() { Measure = "train-loss", Of = "Down the valley", AtMost = 0.05 }]),
        },
        new()
        {
            Name = "Steps too large",
            Why = "The same valley with a learning rate of 2.",
            Config = Valley with { Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 2 } },
            Promise = new(
                "The run blows up. Each step overshoots further than the one before, until the loss is infinite and the run stops as "
                    + "“diverged”.",
                [new() { Measure = "diverged", Of = "Steps too large", AtLeast = 1 }]),
        },
    ];
}
