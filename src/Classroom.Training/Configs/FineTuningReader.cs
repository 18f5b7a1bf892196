using Classroom.Training.Data;
using Classroom.Training.Models;
using Classroom.Training.Settings;

namespace Classroom.Training.Configs;

/// <summary>Reads <c>from</c> and <c>freeze</c> of a config: which finished run's weights a run begins with.</summary>
internal static class FineTuningReader
{
    public static (string? From, int? Freeze) Read(ConfigFields fields, ModelConfig? model, DataSetInfo? data, Func<string, DataSetInfo?> dataSets, Func<string, TrainingConfig?> finishedRuns, ConfigFaults faults)
    {
        var from = fields.OptionalString("from", "the id of a finished run");
        var freeze = fields.Whole("freeze", 0, 100, fallback: 0);
        if (from is null)
        {
            if (freeze > 0)
            {
                faults.Add("freeze", "Only layers that have learned something already can be kept as they are: it needs \"from\".");
            }

            return (null, freeze);
        }

        if (finishedRuns(from) is not { } source)
        {
            faults.Add("from", "There is no such run, or it has not finished, or its weights are no longer kept. Choose a finished run of your own.");
            return (null, freeze);
        }

        if (model is not null && !SameShape(model, source.Model))
        {
            faults.Add("from", "That run's network has another shape. Use the same \"model\" as it had.");
        }

        // The window of a text may differ; nothing in the network depends on it.
        if (data is not null && data.Kind != DataSetKind.Text && dataSets(source.Dataset) is { } before && !before.Shape.SequenceEqual(data.Shape))
        {
            faults.Add("from", $"That run learned from examples of another size: {string.Join(" × ", before.Shape)}, not {string.Join(" × ", data.Shape)}. Choose a data set with examples of that size.");
        }

        if (model is not null && data is not null && freeze >= ModelSize.Layers(model, data.Kind))
        {
            faults.Add("freeze", $"The network has {ModelSize.Layers(model, data.Kind)} layers, and the last one must be free to learn; {freeze} is too many.");
        }

        return (from, freeze);
    }

    // Dropout has no weights, so it may differ.
    private static bool SameShape(ModelConfig model, ModelConfig other) => (model, other) switch
    {
        (MlpConfig a, MlpConfig b) => a.Hidden.SequenceEqual(b.Hidden) && (a.Activation, a.Residual) == (b.Activation, b.Residual),
        (CnnConfig a, CnnConfig b) => a.Conv.SequenceEqual(b.Conv) && a.Dense.SequenceEqual(b.Dense) && (a.Kernel, a.Pool, a.Activation) == (b.Kernel, b.Pool, b.Activation),
        (RnnConfig a, RnnConfig b) => a == b,
        (AutoencoderConfig a, AutoencoderConfig b) => a.Hidden.SequenceEqual(b.Hidden) && (a.Code, a.Activation) == (b.Code, b.Activation),
        _ => false,
    };
}
