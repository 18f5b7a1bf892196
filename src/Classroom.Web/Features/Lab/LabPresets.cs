using Classroom.Training;

namespace Classroom.Web.Features.Lab;

/// <summary>Settings to begin with, and why one would.</summary>
public sealed record LabPreset(string Name, string Why, DataSetKind For, Action<LabForm> Apply)
{
    public static readonly IReadOnlyList<LabPreset> All =
    [
        new("Good reader", "Two layers of filters and Adam: reads nearly all digits after a few epochs.", DataSetKind.Image, form =>
            (form.Model, form.Schedule, form.Kernel, form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("cnn", "constant", "3", "8, 16", "64", "max", "relu", "0", "adam", "0.001", "32", "5")),
        new("Best reader", "Larger filters, dropout, and steps that shrink along a cosine: the best we know for handwritten digits.", DataSetKind.Image, form =>
            (form.Model, form.Schedule, form.Kernel, form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("cnn", "cosine", "5", "16, 32", "128", "max", "relu", "0.4", "adam", "0.002", "32", "8")),
        new("Tiny network", "One layer with four filters: how far do so few weights come?", DataSetKind.Image, form =>
            (form.Model, form.Schedule, form.Kernel, form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("cnn", "constant", "3", "4", "", "max", "relu", "0", "adam", "0.001", "32", "5")),
        new("Learns by heart", "A wide network, many epochs: watch the two loss curves part. That is overfitting.", DataSetKind.Image, form =>
            (form.Model, form.Schedule, form.Kernel, form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("cnn", "constant", "3", "8, 16", "128", "max", "relu", "0", "adam", "0.002", "32", "20")),
        new("Steps too large", "No bend in its neurons and a learning rate of 1: see how a run blows up.", DataSetKind.Image, form =>
            (form.Model, form.Schedule, form.Kernel, form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("cnn", "constant", "3", "8, 16", "64", "max", "linear", "0", "sgd", "1", "32", "3")),
        new("No filters", "An MLP that sees all pixels at once. Does it miss the filters?", DataSetKind.Image, form =>
            (form.Model, form.Schedule, form.HiddenLayers, form.Activation, form.Dropout, form.Residual, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("mlp", "constant", "64", "relu", "0", "no", "adam", "0.001", "32", "5")),
        new("Copying machine", "An autoencoder squeezes each picture into a few numbers and draws it again. It needs no labels.", DataSetKind.Image, form =>
            (form.Model, form.Schedule, form.HiddenLayers, form.Code, form.Activation, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("autoencoder", "constant", "128, 32", "8", "relu", "adam", "0.003", "32", "10")),
        new("Small and bent", "Two layers of tanh neurons: enough for most shapes.", DataSetKind.Table, form =>
            (form.Model, form.Schedule, form.HiddenLayers, form.Activation, form.Dropout, form.Residual, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("mlp", "constant", "16, 16", "tanh", "0", "no", "adam", "0.01", "16", "40")),
        new("One straight line", "No hidden layer at all: what can a single line divide?", DataSetKind.Table, form =>
            (form.Model, form.Schedule, form.HiddenLayers, form.Activation, form.Dropout, form.Residual, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("mlp", "constant", "", "tanh", "0", "no", "adam", "0.01", "16", "40")),
        new("Down the valley", "Two weights for points along a line, and each step looks at all of them: the whole loss fits into one picture.", DataSetKind.Table, form =>
            (form.Model, form.Schedule, form.HiddenLayers, form.Activation, form.Dropout, form.Residual, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("mlp", "constant", "", "linear", "0", "no", "sgd", "0.3", "60", "50")),
        new("Deep with shortcuts", "Eight layers that each add a little to what they were given.", DataSetKind.Table, form =>
            (form.Model, form.Schedule, form.HiddenLayers, form.Activation, form.Dropout, form.Residual, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("mlp", "constant", "12, 12, 12, 12, 12, 12, 12, 12", "relu", "0", "yes", "adam", "0.003", "16", "40")),
        new("GRU listener", "Reads a sequence place by place and decides at its end.", DataSetKind.Sequence, form =>
            (form.Model, form.Schedule, form.Cell, form.Hidden, form.Layers, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("rnn", "constant", "gru", "16", "1", "adam", "0.01", "32", "15")),
        new("Forgetful RNN", "Without gates, what came first fades away.", DataSetKind.Sequence, form =>
            (form.Model, form.Schedule, form.Cell, form.Hidden, form.Layers, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("rnn", "constant", "rnn", "16", "1", "adam", "0.01", "32", "15")),
        new("GRU writer", "A memory with two gates: learns to write short sentences.", DataSetKind.Text, form =>
            (form.Model, form.Schedule, form.Cell, form.Hidden, form.Layers, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("rnn", "constant", "gru", "48", "1", "adam", "0.005", "16", "20")),
        new("LSTM writer", "Three gates and a memory cell, made for long texts.", DataSetKind.Text, form =>
            (form.Model, form.Schedule, form.Cell, form.Hidden, form.Layers, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("rnn", "constant", "lstm", "48", "1", "adam", "0.005", "16", "20")),
        new("Plain RNN", "No gates at all: the oldest and simplest loop. How much worse is it?", DataSetKind.Text, form =>
            (form.Model, form.Schedule, form.Cell, form.Hidden, form.Layers, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("rnn", "constant", "rnn", "48", "1", "adam", "0.005", "16", "20")),
    ];
}
