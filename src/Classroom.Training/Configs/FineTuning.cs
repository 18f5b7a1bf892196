using System.Text.Json.Nodes;
using Classroom.Training.Data;
using Classroom.Training.Models.Table;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Table;
using Classroom.Training.Settings.Values;

namespace Classroom.Training.Configs;

/// <summary>Checks <c>from</c> and <c>freeze</c> of a config: which finished run's weights a run begins with.</summary>
internal static class FineTuning
{
    public static void Check(
        JsonObject values,
        ModelConfig? model,
        DataSetInfo? data,
        Func<string, DataSetInfo?> dataSets,
        Func<string, TrainingConfig?> finishedRuns,
        ConfigFaults faults)
    {
        var freeze = values["freeze"]?.GetValue<int>() ?? 0;
        if (values["from"]?.GetValue<string>() is not { } from)
        {
            if (freeze > 0)
            {
                faults.Add("freeze", "Only layers that have learned something already can be kept as they are: it needs \"from\".");
            }

            return;
        }

        if (finishedRuns(from) is not { } source)
        {
            faults.Add(
                "from",
                "There is no such run, or it has not finished, or its weights are no longer kept. Choose a finished run of your own.");
            return;
        }

        if (model is not null && !new ConfigTexts(source with { Model = model }).HasShapeOf(new(source)))
        {
            faults.Add("from", "That run's network has another shape. Use the same \"model\" as it had.");
        }

        // The window of a text may differ; nothing in the network depends on it.
        if (data is not null && data.Kind != DataSetKind.Text
            && dataSets(source.Dataset) is { } before && !before.Shape.SequenceEqual(data.Shape))
        {
            faults.Add(
                "from",
                $"That run learned from examples of another size: {string.Join(" × ", before.Shape)}, "
                    + $"not {string.Join(" × ", data.Shape)}. Choose a data set with examples of that size.");
        }

        if (model is not null && data is not null
            && ModelTable.Create(model, data).LayerCount is var layers && freeze >= layers)
        {
            faults.Add(
                "freeze",
                $"The network has {layers} layers, and the last one must be free to learn; "
                    + $"{freeze} is too many.");
        }
    }
}
