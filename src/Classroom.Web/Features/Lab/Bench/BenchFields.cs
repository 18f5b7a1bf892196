using Classroom.Web.Features.Settings;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>A field of the bench that holds something wrong.</summary>
/// <param name="Id">Of its box on the page.</param>
/// <param name="Label">As the page calls it.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record BenchField(string Id, string Label, string Fault);

/// <summary>Which box of the bench holds which field of a config.</summary>
public static class BenchFields
{
    private const string Option = "data.";

    // In the order of the page; a data set's options stand right below it.
    private static readonly (string Field, string Id, string Label)[] Known =
    [
        ("dataset", "dataset", "Data set"),
        ("model.kind", "model", "Network"),
        ("model.cell", "cell", "Cell"),
        ("model.conv", "conv", "Filters per convolution"),
        ("model.kernel", "kernel", "Filter size"),
        ("model.pool", "pool", "Pooling"),
        ("model.dense", "dense", "Dense layers"),
        ("model.hidden", "hiddenLayers", "Hidden layers"),
        ("model.layers", "layers", "Layers"),
        ("model.code", "code", "Numbers in the code"),
        ("model.activation", "activation", "Activation"),
        ("model.dropout", "dropout", "Dropout"),
        ("model.residual", "residual", "Shortcuts"),
        ("optimizer.kind", "optimizer", "Optimizer"),
        ("optimizer.learningRate", "learningRate", "Learning rate"),
        ("schedule", "schedule", "Schedule"),
        ("batchSize", "batchSize", "Batch size"),
        ("epochs", "epochs", "Epochs"),
        ("seed", "seed", "Seed"),
        ("loss", "loss", "Loss"),
        ("optimizer.momentum", "momentum", "Momentum"),
        ("optimizer.weightDecay", "weightDecay", "Weight decay"),
        ("init", "init", "First weights"),
        ("clip", "clip", "Longest gradient"),
        ("patience", "patience", "Patience"),
        ("keep", "keep", "Weights to keep"),
        ("freeze", "freeze", "Frozen layers"),
    ];

    /// <summary>The wrong fields that the page shows, in its order, each once.</summary>
    /// <param name="errors">What is wrong, by field of the config.</param>
    /// <param name="form">What the bench holds.</param>
    /// <param name="isPicture">The examples are pictures.</param>
    public static IReadOnlyList<BenchField> Of(ILookup<string, string> errors, LabForm form, bool isPicture) =>
    [
        .. from error in errors
           let field = Whole(error.Key)
           let place = field.StartsWith(Option, StringComparison.Ordinal) ? 0 : Array.FindIndex(Known, known => known.Field == field)
           where place >= 0
           group error.First() by (place, field) into wrong
           orderby wrong.Key.place
           select wrong.Key.field.StartsWith(Option, StringComparison.Ordinal)
               ? new BenchField(wrong.Key.field[Option.Length..], LabDataField.LabelOf(wrong.Key.field[Option.Length..], isPicture), wrong.First())
               : Named(new(Known[wrong.Key.place].Id, Known[wrong.Key.place].Label, wrong.First()), form),
    ];

    // What is asked of each kind of network by another name.
    private static BenchField Named(BenchField field, LabForm form) => (field.Id, form.Model) switch
    {
        ("hiddenLayers", "rnn") => field with { Id = "hidden", Label = "Hidden units" },
        ("hiddenLayers", "autoencoder") => field with { Label = "Layers down to the code" },
        _ => field,
    };

    // One of a list stands in the list's box.
    private static string Whole(string field) => field.Split('[')[0];
}
