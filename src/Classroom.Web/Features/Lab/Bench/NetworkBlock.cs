using System.Text.Json;
using Classroom.Naming;
using Classroom.Training.Data;
using Classroom.Training.Models;
using Classroom.Training.Models.Table;
using Classroom.Training.Settings;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>One layer of the form's network, to be shown and changed.</summary>
/// <param name="Layer">What it is and passes on.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Shape">What it passes on, in words.</param>
/// <param name="Group">The list of sizes that it is in; null where it follows from the data or from other layers.</param>
/// <param name="Index">Its place in that list.</param>
public sealed record NetworkBlock(LayerShape Layer, string Name, string Shape, LayerGroup? Group = null, int Index = 0)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowOutOfOrderMetadataProperties = true };

    /// <summary>From input to output; none where the form's sizes are no numbers, or nobody can learn this data so.</summary>
    public static IReadOnlyList<NetworkBlock> Create(LabForm form, DataSetInfo data)
    {
        if (!LabModels.For(data.Kind).Any(model => model.Value == form.Model) || Read(form) is not { } model || !IsPossible(model))
        {
            return [];
        }

        var places = new Dictionary<string, int>();
        var pastCode = false;
        return [.. ModelTable.LayerShapes(model, data).Select(layer =>
        {
            pastCode |= layer.Kind == LayerKind.Code;
            var (name, group) = Kind(layer.Kind, model, data);
            var mirrored = pastCode && layer.Kind == LayerKind.Dense;
            var index = places[name] = places.GetValueOrDefault(name, -1) + 1;
            return layer.Kind switch
            {
                LayerKind.Input or LayerKind.Output or LayerKind.Code => new NetworkBlock(layer, name, Words(layer, model, data), group),
                _ when mirrored => new(layer, "Way back", Words(layer, model, data)),
                _ => new(layer, $"{name} {index + 1}", Words(layer, model, data), group, index),
            };
        })];
    }

    private static ModelConfig? Read(LabForm form)
    {
        try
        {
            return form.ToConfig()["model"].Deserialize<ModelConfig>(Json);
        }
        catch (JsonException)
        {
            return null; // a size that is no whole number, which its field says
        }
    }

    private static bool IsPossible(ModelConfig model)
    {
        IReadOnlyList<int> sizes = model switch
        {
            MlpConfig mlp => mlp.Hidden,
            CnnConfig cnn => [.. cnn.Conv, .. cnn.Dense],
            AutoencoderConfig autoencoder => [.. autoencoder.Hidden, autoencoder.Code],
            RnnConfig rnn => [rnn.Hidden],
            _ => [],
        };
        return sizes.Count <= ModelBounds.MostHiddenLayers && sizes.All(size => size is >= 1 and <= ModelBounds.MostNeurons);
    }

    private static (string Name, LayerGroup? Group) Kind(LayerKind kind, ModelConfig model, DataSetInfo data) => kind switch
    {
        LayerKind.Input => (data.Kind switch
        {
            DataSetKind.Image =>
            "Picture",
            DataSetKind.Text => "Text",
            DataSetKind.Sequence => "Sequence",
            _ => "Row"
        }, null),
        LayerKind.Convolution => ("Convolution", LayerGroup.Convolutions),
        LayerKind.Recurrent => (ModelTable.Title(model), LayerGroup.Recurrent),
        LayerKind.Code => ("Code", LayerGroup.Code),
        LayerKind.Output => (model.CopiesInput ? "Copy" : "Output", null),
        _ => model is CnnConfig ? ("Dense", LayerGroup.Dense) : ("Hidden", LayerGroup.Hidden),
    };

    private static string Words(LayerShape layer, ModelConfig model, DataSetInfo data) => (layer.Kind, layer.Shape) switch
    {
        (LayerKind.Convolution, [var maps, var height, var width]) => $"{Counted.Format(maps, "map")} of {height} × {width}",
        (LayerKind.Recurrent, [var units]) => Counted.Format(units, "unit"),
        (LayerKind.Code, [var numbers]) => Counted.Format(numbers, "number"),
        (LayerKind.Dense, [var neurons]) => Counted.Format(neurons, "neuron"),
        (LayerKind.Output, [var outputs]) when !model.CopiesInput => data switch
        {
            { IsRegression: true } => Counted.Format(outputs, "number"),
            { Kind: DataSetKind.Text } => Counted.Format(outputs, "character"),
            _ => Counted.Format(outputs, "class", "classes"),
        },
        (LayerKind.Input, [var places, _]) when data.Kind == DataSetKind.Text => Counted.Format(places, "character"),
        (LayerKind.Input, [var places, _]) when data.Kind == DataSetKind.Sequence => Counted.Format(places, "place"),
        (_, [var numbers]) => Counted.Format(numbers, "number"),
        _ => string.Join(" × ", layer.Shape),
    };
}
