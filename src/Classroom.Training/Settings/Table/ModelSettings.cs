using Classroom.Training.Settings.Values;

namespace Classroom.Training.Settings.Table;

/// <summary>The settings of networks, in the order of forms and descriptions.</summary>
internal static class ModelSettings
{
    private static readonly Setting HiddenLayers = new()
    {
        Key = "model.hidden",
        Id = "hiddenLayers",
        Type = new WholeNumberList(0, ModelBounds.MostHiddenLayers, 1, ModelBounds.MostNeurons),
        Label = "Hidden layers",
        Help = "Neurons in each layer, for example 16, 16. Leave it empty for none.",
        Default = "",
        Start = "16, 16",
        Models = ["mlp"],
        Part = DescriptionPart.Network,
    };

    public static IReadOnlyList<Setting> All { get; } =
    [
        new()
        {
            Key = "model.kind",
            Id = "model",
            Type = new OneOf("mlp", "cnn", "rnn", "autoencoder"),
            Label = "Network",
            Help = "The kind of network that learns.",
            Start = "cnn",
            Place = SettingPlace.Apart,
        },
        new()
        {
            Key = "model.cell",
            Type = OneOf.Create<Cell>(
                new("gru", "GRU (two gates)") { Description = "GRU" },
                new("lstm", "LSTM (three gates)") { Description = "LSTM" },
                new("rnn", "Plain RNN (no gate)") { Description = "Plain RNN" }),
            Label = "Cell",
            Help = "How each step remembers the ones before.",
            Start = "gru",
            Models = ["rnn"],
            Part = DescriptionPart.Network,
        },
        new()
        {
            Key = "model.conv",
            Type = new WholeNumberList(1, ModelBounds.MostConvolutions, 1, ModelBounds.MostFilters),
            Label = "Filters per convolution",
            Title = "Filters",
            Help = "One number per layer, for example 8, 16: small pattern finders that slide over the picture.",
            Start = "8, 16",
            Models = ["cnn"],
            Part = DescriptionPart.Network,
        },
        new()
        {
            Key = "model.kernel",
            Type = new WholeNumber(1, 15),
            Label = "Filter size",
            Help = "Side of each filter in pixels: 3 means 3 × 3.",
            Default = "3",
            Models = ["cnn"],
            Part = DescriptionPart.Network,
            FindFault = (side, _) => int.Parse(side) % 2 == 0 ? $"Must be odd, so that a filter has a middle; it is {side}." : null,
            ToDescription = (side, _) => $"{side} × {side}",
        },
        new()
        {
            Key = "model.pool",
            Type = OneOf.Create<Pooling>(
                new("max", "Max: the strongest of four") { Description = "max" },
                new("avg", "Average of four") { Description = "average" },
                new("stride", "Stride: skip every second") { Description = "stride" },
                new("none", "None") { Description = "none" }),
            Label = "Pooling",
            Help = "How the picture shrinks after each convolution.",
            Default = "max",
            Models = ["cnn"],
            Part = DescriptionPart.Network,
        },
        new()
        {
            Key = "model.dense",
            Type = new WholeNumberList(0, ModelBounds.MostDenseLayers, 1, ModelBounds.MostNeurons),
            Label = "Dense layers",
            Help = "Neurons that see everything the filters found, for example 64. Leave it empty for none.",
            Default = "",
            Start = "64",
            Models = ["cnn"],
            Part = DescriptionPart.Network,
        },
        HiddenLayers,
        HiddenLayers with
        {
            Type = new WholeNumberList(0, ModelBounds.MostDenseLayers, 1, ModelBounds.MostNeurons),
            Label = "Layers down to the code",
            Help = "Neurons in each layer between picture and code, for example 128, 32. The way back has the same.",
            Models = ["autoencoder"],
        },
        new()
        {
            Key = "model.hidden",
            Type = new WholeNumber(1, ModelBounds.MostUnits),
            Label = "Hidden units",
            Help = "Numbers in the network's memory. More remember more, and train more slowly.",
            Start = "48",
            Models = ["rnn"],
            Part = DescriptionPart.Network,
        },
        new()
        {
            Key = "model.layers",
            Type = new WholeNumber(1, ModelBounds.MostRecurrentLayers),
            Label = "Layers",
            Help = "Recurrent layers on top of each other.",
            Default = "1",
            Models = ["rnn"],
            Part = DescriptionPart.Network,
        },
        new()
        {
            Key = "model.forgetBias",
            Type = new RealNumber(-10, 10) { Decimals = 4 },
            Label = "Forget-gate bias",
            Help = "How open the gates that keep the memory are at first: 0 is half open, 1 is mostly open, 3 is almost fully open. "
                + "Leave it empty for a small random number.",
            Default = "",
            Models = ["rnn"],
            Applies = scope => scope.Find("model.cell") == "lstm",
            Place = SettingPlace.More,
            Part = DescriptionPart.Network,
            IsQuietByDefault = true,
            ShapesNetwork = false,
        },
        new()
        {
            Key = "model.code",
            Type = new WholeNumber(1, ModelBounds.MostCode),
            Label = "Numbers in the code",
            Help = "All that is left of a picture. With 2, you can see them as points.",
            Start = "2",
            Models = ["autoencoder"],
            Part = DescriptionPart.Network,
        },
        new()
        {
            Key = "model.activation",
            Type = OneOf.Create<Activation>(
                new("relu", "ReLU"),
                new("tanh", "tanh"),
                new("sigmoid", "Sigmoid") { Description = "sigmoid" },
                new("linear", "None (linear)") { Description = "none (linear)" }),
            Label = "Activation",
            Help = "The bend in each neuron. Without one, many layers are no better than one.",
            Default = "relu",
            Models = ["mlp", "cnn", "autoencoder"],
            Part = DescriptionPart.Network,
        },
        new()
        {
            Key = "model.dropout",
            Type = new RealNumber(0, 0.9) { Decimals = 4 },
            Label = "Dropout",
            Help = "Share of values switched off at random in each step, 0 to 0.9. Helps against overfitting.",
            Default = "0",
            Models = ["mlp", "cnn"],
            Part = DescriptionPart.Network,
            ShapesNetwork = false,
        },
        new()
        {
            Key = "model.residual",
            Type = new Flag(),
            Label = "Shortcuts",
            Help = "Each layer adds to what it was given (residual). Helps very deep networks; all layers need the same width.",
            Default = Flag.No,
            Models = ["mlp"],
            Part = DescriptionPart.Network,
        },
    ];
}
