namespace Classroom.Web.Features.Lab;

/// <summary>Settings to begin with, and why one would.</summary>
public sealed record LabPreset(string Name, string Why, bool IsText, Action<LabForm> Apply)
{
    public static readonly IReadOnlyList<LabPreset> All =
    [
        new("Good reader", "Two layers of filters and Adam: reads nearly all digits after a few epochs.", false, form =>
            (form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("8, 16", "64", "max", "relu", "0", "adam", "0.001", "32", "5")),
        new("Tiny network", "One layer with four filters: how far do so few weights come?", false, form =>
            (form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("4", "", "max", "relu", "0", "adam", "0.001", "32", "5")),
        new("Learns by heart", "A wide network, many epochs: watch the two loss curves part. That is overfitting.", false, form =>
            (form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("8, 16", "128", "max", "relu", "0", "adam", "0.002", "32", "20")),
        new("Steps too large", "No bend in its neurons and a learning rate of 1: see how a run blows up.", false, form =>
            (form.Conv, form.Dense, form.Pool, form.Activation, form.Dropout, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("8, 16", "64", "max", "linear", "0", "sgd", "1", "32", "3")),
        new("GRU writer", "A memory with two gates: learns to write short sentences.", true, form =>
            (form.Cell, form.Hidden, form.Layers, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("gru", "48", "1", "adam", "0.005", "16", "20")),
        new("LSTM writer", "Three gates and a memory cell, made for long texts.", true, form =>
            (form.Cell, form.Hidden, form.Layers, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("lstm", "48", "1", "adam", "0.005", "16", "20")),
        new("Plain RNN", "No gates at all: the oldest and simplest loop. How much worse is it?", true, form =>
            (form.Cell, form.Hidden, form.Layers, form.Optimizer, form.LearningRate, form.BatchSize, form.Epochs) = ("rnn", "48", "1", "adam", "0.005", "16", "20")),
    ];
}
