using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>A reference formula with its way back, and numbers to try it on.</summary>
/// <param name="Inputs">Everything that has a gradient.</param>
/// <param name="Forward">The output by the inputs.</param>
/// <param name="Backward">The gradient of each input, by the inputs and the output's gradient.</param>
internal sealed record ReferenceFormula(
    double[][] Inputs, Func<double[][], double[]> Forward, Func<double[][], double[], double[][]> Backward)
{
    private const int Classes = 4;

    // All sizes are small and none are equal, so that no side can be taken for another.
    private static readonly ConvolutionShape[] Convolutions =
    [
        new(Batch: 2, InChannels: 3, OutChannels: 4, Height: 5, Width: 6, Kernel: 3, Stride: 1),
        new(Batch: 2, InChannels: 1, OutChannels: 3, Height: 6, Width: 5, Kernel: 5, Stride: 1),
        new(Batch: 1, InChannels: 2, OutChannels: 3, Height: 7, Width: 6, Kernel: 3, Stride: 2),
        new(Batch: 2, InChannels: 2, OutChannels: 1, Height: 4, Width: 7, Kernel: 5, Stride: 2),
        new(Batch: 2, InChannels: 2, OutChannels: 3, Height: 3, Width: 4, Kernel: 1, Stride: 1),
        new(Batch: 1, InChannels: 2, OutChannels: 2, Height: 2, Width: 1, Kernel: 7, Stride: 2),
    ];

    public static IReadOnlyDictionary<string, ReferenceFormula> All { get; } = new Dictionary<string, ReferenceFormula>(
    [
        .. Convolutions.Select(shape => KeyValuePair.Create(
            $"convolution {shape.Kernel}, stride {shape.Stride}, {shape.Height}×{shape.Width}", Convolution(shape))),
        new("linear", Linear(rows: 3, inputs: 5, outputs: 4)),
        new("max pooling", Pooling(ReferencePooling.Max, ReferencePooling.MaxBackward)),
        new("average pooling", Pooling(ReferencePooling.Average, ReferencePooling.AverageBackward)),
        .. Enum.GetValues<Activation>().Select(activation => KeyValuePair.Create($"activation {activation}", Activate(activation))),
        .. Enum.GetValues<Cell>()
            .SelectMany(
                cell => new[] { 1, 2, 3 }.Select(layers => KeyValuePair.Create($"{cell}, {layers} layers", Recurrent(cell, layers)))),
        new("embedding", Embedding()),
        new("softmax cross-entropy", Loss(inputs => ReferenceLoss.CrossEntropy(inputs, [2, 0, 3, 2, 1], Classes))),
        new("squared error of probabilities", Loss(inputs => ReferenceLoss.SquaredErrorOfProbabilities(inputs, [2, 0, 3, 2, 1], Classes))),
        new("squared error", Loss(inputs => ReferenceLoss.SquaredError(inputs, Draw(5 * Classes, seed: 2)))),
    ]);

    /// <summary>So many numbers from −1 to 1, the same for the same seed.</summary>
    public static double[] Draw(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    private static ReferenceFormula Convolution(ConvolutionShape shape) => new(
        [Draw(shape.Inputs, 1), Draw(shape.Weights, 2), Draw(shape.OutChannels, 3)],
        inputs => ReferenceConvolution.Forward(inputs[0], inputs[1], inputs[2], shape),
        (inputs, gradient) =>
        {
            var (x, weight, bias) = ReferenceConvolution.Backward(inputs[0], inputs[1], gradient, shape);
            return [x, weight, bias];
        });

    private static ReferenceFormula Linear(int rows, int inputs, int outputs) => new(
        [Draw(rows * inputs, 1), Draw(inputs * outputs, 2), Draw(outputs, 3)],
        given => ReferenceLinear.Forward(given[0], given[1], given[2], rows, inputs, outputs),
        (given, gradient) =>
        {
            var (x, weight, bias) = ReferenceLinear.Backward(given[0], given[1], gradient, rows, inputs, outputs);
            return [x, weight, bias];
        });

    private static ReferenceFormula Pooling(
        Func<double[], int, int, int, double[]> forward, Func<double[], double[], int, int, int, double[]> backward) =>
        new(
            [Draw(3 * 5 * 7, 1)],
            inputs => forward(inputs[0], 3, 5, 7),
            (inputs, gradient) => [backward(inputs[0], gradient, 3, 5, 7)]);

    private static ReferenceFormula Activate(Activation activation) => new(
        [Draw(20, 1)],
        inputs => ReferenceActivation.Forward(inputs[0], activation),
        (inputs, gradient) => [ReferenceActivation.Backward(inputs[0], gradient, activation)]);

    private static ReferenceFormula Embedding() => new(
        [Draw(5 * 3, 1)],
        inputs => ReferenceEmbedding.Forward([4, 0, 4, 2], inputs[0], 3),
        (_, gradient) => [ReferenceEmbedding.Backward([4, 0, 4, 2], gradient, 5, 3)]);

    private static ReferenceFormula Loss(Func<double[], (double Loss, double[] Gradient)> loss) => new(
        [Draw(5 * Classes, 1)],
        inputs => [loss(inputs[0]).Loss],
        (inputs, gradient) => [[.. loss(inputs[0]).Gradient.Select(slope => slope * gradient[0])]]);

    private static ReferenceFormula Recurrent(Cell cell, int layers)
    {
        const int batch = 2, length = 5, inputs = 3, hidden = 4;
        var sums = cell.Gates() * hidden;
        int[] Sizes(int layer) => [sums * (layer == 0 ? inputs : hidden), sums * hidden, sums, sums];
        ReferenceRecurrentWeights[] Weights(double[][] given) =>
            [.. given[1..].Chunk(4).Select(layer => new ReferenceRecurrentWeights(layer[0], layer[1], layer[2], layer[3]))];
        return new(
            [Draw(batch * length * inputs, 1), .. Enumerable.Range(0, layers).SelectMany(Sizes).Select((size, i) => Draw(size, 2 + i))],
            given => ReferenceRecurrent.Forward(cell, given[0], Weights(given), batch, length, inputs, hidden),
            (given, gradient) =>
            {
                var (x, weights) = ReferenceRecurrent.Backward(cell, given[0], Weights(given), batch, length, inputs, hidden, gradient);
                return [x, .. weights.SelectMany(layer => new[] { layer.WeightIh, layer.WeightHh, layer.BiasIh, layer.BiasHh })];
            });
    }
}
