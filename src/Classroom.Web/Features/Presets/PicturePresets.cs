using Classroom.Training.Settings;

namespace Classroom.Web.Features.Presets;

/// <summary>Presets that learn from pictures.</summary>
internal static class PicturePresets
{
    private static readonly CnnConfig TwoLayers = new() { Conv = [8, 16], Dense = [64] };

    private static readonly TrainingConfig Reader = new()
    {
        Dataset = "digits",
        Model = TwoLayers,
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.001 },
        BatchSize = 32,
        Epochs = 5,
        Seed = 42,
    };

    // Few enough pictures that two networks can be compared within a minute.
    private static readonly TrainingConfig Wanderer = Reader with
    {
        Dataset = "shifted-digits",
        Data = new() { Train = 2_000, Validation = 500 },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.002 },
        Epochs = 8,
    };

    public static readonly LabPreset StartingPoint = new()
    {
        Name = "Starting point: a small CNN",
        Why = "Two layers of filters and Adam. A good way to start with pictures, but nobody has tried it on these: see for yourself how "
            + "well it does.",
        Config = Reader,
    };

    public static readonly IReadOnlyList<LabPreset> All =
    [
        new()
        {
            Name = "Good reader",
            Why = "Two layers of filters and Adam, trained on all 4,000 digits.",
            Config = Reader,
            Promise = new(
                "After five epochs, it reads more than nine out of ten new digits correctly.",
                [new() { Measure = "validation-accuracy", Of = "Good reader", AtLeast = 0.9 }]),
        },
        new()
        {
            Name = "Careful reader",
            Why = "Only 1,000 digits, but larger filters, dropout, and steps that shrink along a cosine.",
            Config = Reader with
            {
                Data = new() { Train = 1_000, Validation = 500 },
                Model = TwoLayers with { Kernel = 5, Dense = [128], Dropout = 0.4 },
                Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.002 },
                Schedule = LearningRateSchedule.Cosine,
                Epochs = 8,
            },
            Promise = new(
                "A quarter of the digits is enough to read more than seven out of ten new ones, and at the end the validation loss is "
                    + "still near its lowest value: nothing is learned by heart.",
                [
                    new() { Measure = "validation-accuracy", Of = "Careful reader", AtLeast = 0.7 },
                    new() { Measure = "overfitting", Of = "Careful reader", AtMost = 1.2 },
                ]),
        },
        new()
        {
            Name = "Learns by heart",
            Why = "A wide network, only 100 digits, a fifth of them with a wrong label, and many epochs.",
            Config = Reader with
            {
                Data = new() { Train = 100, Validation = 500, LabelNoise = 0.2 },
                Model = new MlpConfig { Hidden = [128] },
                Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.002 },
                BatchSize = 10,
                Epochs = 80,
            },
            Promise = new(
                "The two loss curves part. The training loss falls almost to 0, wrong labels and all, while the validation loss turns "
                    + "and climbs. That is overfitting.",
                [
                    new() { Measure = "train-loss", Of = "Learns by heart", AtMost = 0.1 },
                    new() { Measure = "gap", Of = "Learns by heart", AtLeast = 0.8 },
                    new() { Measure = "overfitting", Of = "Learns by heart", AtLeast = 1.1 },
                ]),
        },
        new()
        {
            Name = "Filters that search",
            Why = "Digits that lie anywhere on the paper, read by a CNN. Its filters slide over the whole picture.",
            Config = Wanderer,
            Promise = new(
                "It reads new digits wherever they lie. “No filters” learns from the same pictures and falls far behind: train both and "
                    + "compare.",
                [
                    new() { Measure = "validation-accuracy", Of = "Filters that search", AtLeast = 0.75 },
                    new() { Measure = "validation-accuracy", Of = "Filters that search", Minus = "No filters", AtLeast = 0.1 },
                ]),
        },
        new()
        {
            Name = "No filters",
            Why = "The same digits that lie anywhere, but an MLP: it has a weight for each pixel and looks at fixed places.",
            Config = Wanderer with { Model = new MlpConfig { Hidden = [65] } },
            Promise = new(
                "It does better than guessing, which would get one in ten, but it misses the filters: it reads at least one in five new "
                    + "digits wrong.",
                [new() { Measure = "validation-accuracy", Of = "No filters", AtLeast = 0.2, AtMost = 0.8 }]),
        },
        new()
        {
            Name = "Tiny network",
            Why = "One layer with four filters: how well can so few do?",
            Config = Reader with { Model = new CnnConfig { Conv = [4] } },
            Promise = new(
                "Better than you might think: it reads more than three quarters of the new digits correctly.",
                [new() { Measure = "validation-accuracy", Of = "Tiny network", AtLeast = 0.75 }]),
        },
        new()
        {
            Name = "Look-alike letters",
            Why = "Ten capital letters, some of them very similar, such as E and F, and 1,600 drawings to learn from.",
            Config = Reader with
            {
                Dataset = "letters",
                Data = new() { Classes = new(["A", "E", "F", "H", "K", "L", "P", "T", "U", "X"]) },
                Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.002 },
            },
            Promise = new(
                "More than eight out of ten new letters are read correctly; guessing would get one in ten. The confusion matrix shows "
                    + "which letters it mixes up.",
                [new() { Measure = "validation-accuracy", Of = "Look-alike letters", AtLeast = 0.8 }]),
        },
        new()
        {
            Name = "Copying machine",
            Why = "An autoencoder squeezes each picture into eight numbers and draws it again from them. It needs no labels.",
            Config = Reader with
            {
                Dataset = "fashion-icons",
                Data = new() { Train = 2_000, Validation = 500, Hand = Handwriting.Steady },
                Model = new AutoencoderConfig { Hidden = [128, 32], Code = 8 },
                Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.003 },
                Loss = LossFunction.MeanSquaredError,
                Epochs = 8,
            },
            AlsoOn = ["shapes"],
            Promise = new(
                "The copies start as gray fog and get clearer. In the end, the error is well below what drawing the average picture each "
                    + "time would give.",
                [new() { Measure = "reconstruction-share", Of = "Copying machine", AtMost = 0.8 }]),
        },
    ];
}
