using Classroom.Training.Data;

namespace Classroom.Training.Models;

/// <summary>A layer and what it passes on for one example, known without building it.</summary>
/// <param name="Kind">The kind of layer; the input is one too.</param>
/// <param name="Shape">
/// Convolution: maps, height, width, after pooling. Image input and an autoencoder's output: height, width. Text and sequence
/// input: places, numbers at each (1 for a character). All others: neurons.
/// </param>
public sealed record LayerShape(LayerKind Kind, IReadOnlyList<int> Shape)
{
    internal static LayerShape Input(DataSetInfo data) =>
        new(LayerKind.Input, data.Kind == DataSetKind.Text ? [data.Shape[0], 1] : data.Shape);

    internal static IEnumerable<LayerShape> Dense(IEnumerable<int> widths) =>
        widths.Select(neurons => new LayerShape(LayerKind.Dense, [neurons]));
}
