using Classroom.Training.Models.Rnn;
using Classroom.Training.Operations;
using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.SelfCheck.Checks;

internal static class RecurrentChecks
{
    private const int Seed = 2;

    // Batch, length, inputs, hidden, layers.
    private static readonly (int Batch, int Length, int Inputs, int Hidden, int Layers)[] Sizes =
        [(1, 2, 1, 1, 1), (3, 5, 2, 7, 2), (2, 4, 16, 48, 1)];

    // PyTorch's W, U, b and c: for what comes in and for what the layer holds.
    private static readonly string[] Weights = ["by input weights", "by hidden weights", "by input biases", "by hidden biases"];

    public static CheckedOperation OfLstm(params (ILstm Lstm, bool IsSlow)[] ways) =>
        new(
            "LSTM",
            [.. ways.Select(
                way => Way(way.Lstm.Name, way.IsSlow, Cell.Lstm, (layers, x, state) => way.Lstm.Read((LSTM)layers, x, state)))]);

    public static CheckedOperation OfRnn => new("RNN", [Way("libtorch", false, Cell.Rnn, RecurrentLayers.Read)]);

    public static CheckedOperation OfGru => new("GRU", [Way("libtorch", false, Cell.Gru, RecurrentLayers.Read)]);

    private static CheckedWay Way(
        string name, bool isSlow, Cell cell, Func<nn.Module, Tensor, RecurrentState, (Tensor, RecurrentState)> read)
    {
        var random = new Random(Seed);
        var cases = Sizes.SelectMany(size => Enum.GetValues<Use>().Select(use => Create(size, use)));
        return new(name, isSlow, [.. cases], (drawn, most) => Create(
            (drawn.Size(most), drawn.Size(most), drawn.Size(most), drawn.Size(most), 1 + drawn.Next(2)),
            drawn.GetItems(Enum.GetValues<Use>(), 1)[0],
            drawn));

        CheckCase Create((int Batch, int Length, int Inputs, int Hidden, int Layers) size, Use use, Random? from = null) =>
            RecurrentChecks.Create(cell, read, size.Batch, size.Length, size.Inputs, size.Hidden, size.Layers, use, from ?? random);
    }

    private enum Use
    {
        Training,

        /// <summary>In training, with weights that fine-tuning leaves as they are.</summary>
        Frozen,
        Evaluation,

        /// <summary>Outside training, first half of the places and then the rest, as text is written.</summary>
        ReadingOn,
    }

    private static CheckCase Create(
        Cell cell,
        Func<nn.Module, Tensor, RecurrentState, (Tensor Hidden, RecurrentState State)> read,
        int batch,
        int length,
        int inputs,
        int hidden,
        int layers,
        Use use,
        Random random)
    {
        var gates = cell.Gates() * hidden;
        var (x, gradient) = (random.Numbers(batch * length * inputs), random.Numbers(batch * length * hidden));
        var scale = 1 / MathF.Sqrt(hidden);
        var weights = Enumerable.Range(0, layers)
            .SelectMany(layer => new[] { gates * (layer == 0 ? inputs : hidden), gates * hidden, gates, gates })
            .Select(count => random.Numbers(count).Select(number => number * scale).ToArray()).ToArray();
        return new(
            $"batch {batch}, length {length}, {inputs} inputs, {hidden} units, {layers} {(layers == 1 ? "layer" : "layers")}, {use}",
            use == Use.Training
                ? [
                    "forward",
                    "by input",
                    .. Enumerable.Range(0, layers).SelectMany(layer => Weights.Select(name => $"{name} of layer {layer + 1}"))
                ]
                : ["forward"],
            () =>
            {
                var config = new RnnConfig { Cell = cell, Hidden = hidden, Layers = layers };
                using var module = RecurrentLayers.Create(config, inputs);
                module.train(use is Use.Training or Use.Frozen);
                var parameters = module.parameters().ToArray();
                foreach (var parameter in parameters)
                {
                    parameter.requires_grad_(use != Use.Frozen);
                }

                using (no_grad())
                {
                    foreach (var (parameter, numbers) in parameters.Zip(weights))
                    {
                        parameter.copy_(tensor(numbers, parameter.shape));
                    }
                }

                var input = Graph.Leaf(x, use == Use.Training, batch, length, inputs);
                return use switch
                {
                    Use.Training => Graph.Train(() => read(module, input, default).Hidden, gradient, [input, .. parameters]),
                    Use.Frozen => [Graph.Read(read(module, input, default).Hidden)],
                    Use.Evaluation => Graph.Evaluate(() => read(module, input, default).Hidden),
                    _ => Graph.Evaluate(() => ReadOn(module, input)),
                };
            },
            () =>
            {
                var doubles = weights.Chunk(4)
                    .Select(layer => new ReferenceRecurrentWeights(
                        layer[0].Doubles(), layer[1].Doubles(), layer[2].Doubles(), layer[3].Doubles()))
                    .ToArray();
                var forward = ReferenceRecurrent.Forward(cell, x.Doubles(), doubles, batch, length, inputs, hidden);
                if (use != Use.Training)
                {
                    return [forward];
                }

                var (byInput, byWeights) = ReferenceRecurrent.Backward(
                    cell, x.Doubles(), doubles, batch, length, inputs, hidden, gradient.Doubles());
                return [
                    forward, byInput, .. byWeights.SelectMany(layer => new[] { layer.WeightIh, layer.WeightHh, layer.BiasIh, layer.BiasHh })
                ];
            });

        Tensor ReadOn(nn.Module module, Tensor input)
        {
            var half = length / 2;
            if (half == 0)
            {
                return read(module, input, default).Hidden;
            }

            var (first, state) = read(module, input.narrow(1, 0, half), default);
            return cat([first, read(module, input.narrow(1, half, length - half), state).Hidden], 1);
        }
    }
}
