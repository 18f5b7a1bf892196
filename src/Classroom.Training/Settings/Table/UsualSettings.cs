using Classroom.Training.Settings.Values;

namespace Classroom.Training.Settings.Table;

/// <summary>The settings of a run beside its network that most people choose, in the order of forms.</summary>
internal static class UsualSettings
{
    public static Setting DataSet { get; } = new()
    {
        Key = "dataset",
        Type = new ShortText("digits"),
        Label = "Data set",
        Start = "digits",
        Place = SettingPlace.Apart,
    };

    public static IReadOnlyList<Setting> All { get; } =
    [
        new()
        {
            Key = "optimizer.kind",
            Id = "optimizer",
            Type = OneOf.Create<OptimizerKind>(new("adam", "Adam"), new("sgd", "SGD")),
            Label = "Optimizer",
            Help = "How gradients turn into steps. Adam fits its step to each weight; SGD does not.",
            Start = "adam",
            Part = DescriptionPart.Updates,
        },
        new()
        {
            Key = "optimizer.learningRate",

            // A rate of 1,000 is allowed: seeing a run diverge is a lesson.
            Type = new RealNumber(0, 10_000) { IsAboveLeast = true },
            Label = "Learning rate",
            Help = "How large each step is. Too small is slow, too large overshoots.",
            Start = "0.001",
            Part = DescriptionPart.Updates,
        },
        new()
        {
            Key = "schedule",
            Type = OneOf.Create<LearningRateSchedule>(
                new("constant", "Always the same"),
                new("cosine", "Cosine: down to zero") { Description = "cosine" }),
            Label = "Schedule",
            Help = "How the learning rate changes: a cosine starts with large steps and ends with tiny ones.",
            Default = "constant",
            Part = DescriptionPart.Updates,
            IsQuietByDefault = true,
        },
        new()
        {
            Key = "batchSize",
            Type = new WholeNumber(1, 1024),
            Label = "Batch size",
            Help = "How many examples the network looks at before each step.",
            Start = "32",
            Part = DescriptionPart.Length,
        },
        new()
        {
            Key = "epochs",
            Type = new WholeNumber(1, 1000),
            Label = "Epochs",
            Help = "How many times the network goes through the whole training set.",
            Start = "5",
            Part = DescriptionPart.Length,
        },
        new()
        {
            Key = "seed",
            Type = new WholeNumber(0, int.MaxValue),
            Label = "Seed",
            Help = "Where the random numbers start. The same seed and settings give exactly the same curve.",
            Default = "0",
            Start = "42",
            Part = DescriptionPart.Length,
        },
    ];
}
