using Classroom.Naming;
using Classroom.Training.Settings.Values;

namespace Classroom.Training.Settings.Table;

/// <summary>The settings of a run that most people leave as they are, in the order of forms.</summary>
internal static class AdvancedSettings
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new()
        {
            Key = "loss",
            Type = OneOf.Create<LossFunction>(
                new("", "Cross-entropy") { IsOffered = scope => scope.Classifies },
                new("", "Squared error") { IsOffered = scope => !scope.Classifies },
                new("mean-squared-error", "Squared error") { Description = "squared error", IsOffered = scope => scope.Classifies }),
            Label = "Loss",
            Help = "What training makes small: how wrong the network is.",

            // Where only one loss makes sense, nobody has to name it.
            Default = "",
            DefaultIn = scope => scope is { Model: "autoencoder", IsRegression: not null } or { Model: not null, IsRegression: true }
                ? "mean-squared-error"
                : "cross-entropy",
            IsOffered = scope => scope.Classifies,
            Place = SettingPlace.More,
            Part = DescriptionPart.Start,
            FindFault = (loss, scope) => (loss, scope) switch
            {
                ("mean-squared-error", _) or (_, { Model: null } or { IsRegression: null }) => null,
                (_, { Model: "autoencoder" }) => "An autoencoder compares pictures, pixel by pixel: its loss is \"mean-squared-error\".",
                (_, { IsRegression: true }) =>
                    $"The data set '{scope.Find("dataset")}' has a number to predict, not classes: its loss is \"mean-squared-error\".",
                _ => null,
            },
            ToFormText = config =>
                config.Loss == LossFunction.MeanSquaredError && !config.Model.CopiesInput ? "mean-squared-error" : "",
            ToDescription = (_, config) => config.Model.CopiesInput ? null
                : config.Loss == LossFunction.MeanSquaredError ? "squared error" : "cross-entropy",
        },
        new()
        {
            Key = "labelSmoothing",
            Type = new RealNumber(0, 0.5) { Decimals = 4 },
            Label = "Label smoothing",
            Help = "Share of each label that is split among all classes, 0 to 0.5. It keeps the network from being too sure. "
                + "The loss gets larger with it, so compare accuracies.",
            Default = "0",
            Applies = scope => scope.Classifies && scope.Find("loss") != "mean-squared-error",
            Place = SettingPlace.More,
            Part = DescriptionPart.Start,
            IsQuietByDefault = true,
        },
        new()
        {
            Key = "optimizer.momentum",
            Type = new RealNumber(0, 0.999) { Decimals = 3 },
            Label = "Momentum",
            Help = "Share of the last step that is taken again, 0 to 0.999. It carries the ball through small dips.",
            Default = "0",
            Applies = scope => scope.Optimizer != "adam",
            Place = SettingPlace.More,
            Part = DescriptionPart.Updates,
            IsQuietByDefault = true,
        },
        new()
        {
            Key = "optimizer.weightDecay",
            Type = new RealNumber(0, 1),
            Label = "Weight decay",
            Help = "Pulls weights toward zero in each step, 0 to 1. A little, such as 0.001, helps against overfitting.",
            Default = "0",
            Place = SettingPlace.More,
            Part = DescriptionPart.Updates,
            IsQuietByDefault = true,
        },
        new()
        {
            Key = "init",
            Type = OneOf.Create<Initialization>(
                new("default", "As usual"),

                // What is set stays to be seen, so that it can be undone.
                new("kaiming-xavier", "Fitted to the activation (Kaiming, Xavier)")
                {
                    Description = "Kaiming and Xavier",
                    IsOffered = scope => scope.Model != "rnn" || scope.Find("init") == "kaiming-xavier",
                },
                new("long-memory", "Memory gate open, for long sequences")
                {
                    Description = "memory gate open",
                    IsOffered = scope => scope.Model == "rnn" || scope.Find("init") == "long-memory",
                }),
            Label = "First weights",
            Help = "The random weights that training starts with.",
            Default = "default",
            IsOffered = scope => scope.Model != "rnn" || scope.Find("model.cell") != "rnn",
            Place = SettingPlace.More,
            Part = DescriptionPart.Start,
            IsQuietByDefault = true,
            FindFault = (init, scope) => (init, scope.Model, scope.Find("model.cell")) switch
            {
                ("kaiming-xavier", "rnn", _) => "\"kaiming-xavier\" is not for the model \"rnn\". Use \"default\".",
                ("long-memory", not null, not ("gru" or "lstm")) =>
                    "\"long-memory\" opens a gate, which only the cells \"gru\" and \"lstm\" have. Use \"default\".",
                _ => null,
            },
        },
        new()
        {
            Key = "clip",
            Type = new RealNumber(0, 1e6) { IsAboveLeast = true, Decimals = 6 },
            Label = "Longest gradient",
            Title = "Gradients clipped at",
            Help = "Longer gradients are shortened to this, so that no step is huge. Leave it empty for no limit.",
            Default = "",
            Place = SettingPlace.More,
            Part = DescriptionPart.Start,
            IsQuietByDefault = true,
        },
        new()
        {
            Key = "patience",
            Type = new WholeNumber(1, 1000),
            Label = "Patience",
            Title = "Stops early after",
            Help = "Stop after this many epochs in a row without a better validation loss. Leave it empty to train to the end.",
            Default = "",
            Place = SettingPlace.More,
            Part = DescriptionPart.Updates,
            ToDescription = (_, config) =>
                config.Patience is { } patience ? $"{Counted.Format(patience, "epoch")} without a better validation loss" : null,
        },
        new()
        {
            Key = "keep",
            Type = OneOf.Create<KeptWeights>(
                new("", "As usual: the best with patience, otherwise the last"),
                new("last", "The last ones"),
                new("best", "Those of the best epoch")),
            Label = "Weights to keep",
            Title = "Weights kept",
            Help = "Which weights the run ends with. You download these, try them out with your drawings and continue training from "
                + "them. The curve stays the same.",
            Default = "",
            DefaultIn = scope => string.IsNullOrEmpty(scope.Find("patience")) ? "" : "best",
            Place = SettingPlace.More,
            Part = DescriptionPart.Updates,

            // Empty where leaving it out gives the same.
            ToFormText = config => config.KeepsBest == (config.Patience is not null) ? "" : config.KeepsBest ? "best" : "last",
            ToDescription = (_, config) =>
                config.KeepsBest ? "those of the epoch with the lowest validation loss" : "the last ones",
        },
        new()
        {
            Key = "from",
            Type = new ShortText("the id of a finished run"),
            Label = "Run to continue from",
            Title = "Starts with",
            Default = "",
            Place = SettingPlace.NoField,
            Part = DescriptionPart.Origin,
            ToDescription = (from, config) => from.Length == 0 ? null
                : (Guid.TryParse(from, out _) ? $"the weights of run …{from[^6..]}" : "the weights of the first run")
                    + config.Freeze switch { 0 => "", 1 => ", the first layer kept", var layers => $", the first {layers} layers kept" },
        },
        new()
        {
            Key = "freeze",
            Type = new WholeNumber(0, 100),
            Label = "Frozen layers",
            Help = "How many layers, from the input on, keep the weights they start with.",
            Default = "0",
            IsOffered = scope => !string.IsNullOrEmpty(scope.Find("from")),
            Place = SettingPlace.More,
        },
    ];
}
