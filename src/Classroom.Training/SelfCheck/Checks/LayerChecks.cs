using Classroom.Training.Operations;
using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.SelfCheck.Checks;

/// <summary>Dense layers, activations, pooling, embeddings and dropout.</summary>
internal static class LayerChecks
{
    private const int Seed = 3;
    private const int LargestSide = 12;

    public static CheckedOperation OfLinear => Single("linear layer", (random, most) =>
        Linear(random, random.Size(most), random.Size(most), random.Size(most), isText: random.Coin()), count: 8);

    public static CheckedOperation OfPooling => Single("pooling", (random, most) =>
        Pooling(
            random,
            random.Size(most),
            random.Size(most),
            2 + random.Next(most),
            2 + random.Next(most),
            isMax: random.Coin(),
            training: random.Coin()), count: 12);

    public static CheckedOperation OfActivations => Single("activation", (random, most) =>
        Activate(random, random.GetItems(Enum.GetValues<Activation>(), 1)[0], random.Size(most * most)), count: 16);

    public static CheckedOperation OfEmbedding => Single("embedding", (random, most) =>
        Embed(random, random.Size(most), random.Size(most), random.Size(most), random.Size(most)), count: 4);

    public static CheckedOperation OfLastPlace =>
        Single("last place", (random, most) => LastPlace(random, random.Size(most), random.Size(most), random.Size(most)), count: 2);

    public static CheckedOperation OfDropout => Single("dropout", (random, most) => Drop(random, random.Size(most * most)), count: 4);

    /// <summary>An operation that is computed in one way only.</summary>
    public static CheckedOperation Single(string name, Func<Random, int, CheckCase> draw, int count)
    {
        var random = new Random(Seed);
        return new(name, [new("libtorch", IsSlow: false, [.. Enumerable.Range(0, count).Select(_ => draw(random, LargestSide))], draw)]);
    }

    // The hidden layers of an MLP with shortcuts also add what they were given; text has a prediction at each of two places.
    private static CheckCase Linear(Random random, int rows, int inputs, int outputs, bool isText)
    {
        rows *= isText ? 2 : 1;
        var residual = !isText && random.Coin();
        outputs = residual ? inputs : outputs;
        var (x, weight, bias, gradient) =
            (random.Numbers(rows * inputs), random.Numbers(outputs * inputs), random.Numbers(outputs), random.Numbers(rows * outputs));
        return new(
            $"{rows} × {inputs} → {outputs}{(isText ? ", text" : residual ? ", residual" : "")}",
            ["forward", "by input", "by weights", "by biases"],
            () =>
            {
                var (input, w, b) = (Graph.Leaf(
                    x,
                    true,
                    isText ? [rows / 2, 2, inputs] : [rows, inputs]), Graph.Leaf(
                        weight, true, outputs, inputs), Graph.Leaf(bias, true, outputs));
                return Graph.Train(() => nn.functional.linear(input, w, b) is var y && residual ? input.Plus(y) : y, gradient, input, w, b);
            },
            () =>
            {
                var forward = ReferenceLinear.Forward(x.Doubles(), weight.Doubles(), bias.Doubles(), rows, inputs, outputs);
                var (byInput, byWeight, byBias) = ReferenceLinear.Backward(
                    x.Doubles(), weight.Doubles(), gradient.Doubles(), rows, inputs, outputs);
                return residual ? [Add(forward, x), Add(byInput, gradient), byWeight, byBias] : [forward, byInput, byWeight, byBias];
            });
    }

    private static CheckCase Pooling(Random random, int batch, int channels, int height, int width, bool isMax, bool training)
    {
        var planes = batch * channels;
        var (x, gradient) = (random.Numbers(planes * height * width), random.Numbers(planes * (height / 2) * (width / 2)));
        return new(
            $"{(isMax ? "largest" : "mean")} of 2 × 2, {batch} × {channels} × {height} × {width}, {(training ? "training" : "evaluation")}",
            training ? ["forward", "by input"] : ["forward"],
            () =>
            {
                var input = Graph.Leaf(x, training, batch, channels, height, width);
                Tensor Pool() => isMax ? MaxPooling.Halve(input) : nn.functional.avg_pool2d(input, 2);
                return training ? Graph.Train(Pool, gradient, input) : Graph.Evaluate(Pool);
            },
            () =>
            {
                var forward = isMax
                    ? ReferencePooling.Max(x.Doubles(), planes, height, width)
                    : ReferencePooling.Average(x.Doubles(), planes, height, width);
                var byInput = isMax
                    ? ReferencePooling.MaxBackward(x.Doubles(), gradient.Doubles(), planes, height, width)
                    : ReferencePooling.AverageBackward(x.Doubles(), gradient.Doubles(), planes, height, width);
                return training ? [forward, byInput] : [forward];
            });
    }

    private static CheckCase Activate(Random random, Activation activation, int count)
    {
        // Far enough to either side for sigmoid and tanh to become flat.
        var x = random.Numbers(count).Select(number => 8 * number).ToArray();
        var gradient = random.Numbers(count);
        return new(
            $"{activation} of {count}",
            ["forward", "by input"],
            () =>
            {
                var input = Graph.Leaf(x, true, count);
                // What is linear hands on its input: the sum with 0 makes it a result of its own.
                return Graph.Train(
                    () => input.Activate(activation) is var y && ReferenceEquals(y, input) ? input.Plus(zeros(1)) : y, gradient, input);
            },
            () => [
                ReferenceActivation.Forward(x.Doubles(), activation),
                ReferenceActivation.Backward(x.Doubles(), gradient.Doubles(), activation)
            ]);
    }

    private static CheckCase Embed(Random random, int batch, int length, int vocabulary, int size)
    {
        var (places, table, gradient) =
            (random.Classes(batch * length, vocabulary), random.Numbers(vocabulary * size), random.Numbers(batch * length * size));
        return new(
            $"{batch} × {length} of {vocabulary} characters, {size} numbers each",
            ["forward", "by table"],
            () =>
            {
                using var embedding = nn.Embedding_from_pretrained(tensor(table, vocabulary, size), freeze: false);
                return Graph.Train(() => embedding.call(tensor(places, batch, length)), gradient, embedding.weight!);
            },
            () => [
                ReferenceEmbedding.Forward(places, table.Doubles(), size),
                ReferenceEmbedding.Backward(places, gradient.Doubles(), vocabulary, size)
            ]);
    }

    // What a sequence's output layer sees.
    private static CheckCase LastPlace(Random random, int batch, int length, int size)
    {
        var (x, gradient) = (random.Numbers(batch * length * size), random.Numbers(batch * size));
        return new(
            $"{batch} × {length} × {size}",
            ["forward", "by input"],
            () =>
            {
                var input = Graph.Leaf(x, true, batch, length, size);
                return Graph.Train(() => input.select(1, -1), gradient, input);
            },
            () => [
                [.. x.Doubles().Chunk(length * size).SelectMany(example => example[^size..])],
                [.. gradient.Doubles().Chunk(size).SelectMany(example => new double[(length - 1) * size].Concat(example))]]);
    }

    // Which values are dropped is chance, but the same seed drops the same ones.
    private static CheckCase Drop(Random random, int count)
    {
        var (probability, seed) = (random.NextDouble() * 0.9, (ulong)random.Next());
        var (x, gradient) = (random.Numbers(count), random.Numbers(count));
        return new(
            $"{probability:0.00} of {count}",
            ["forward", "by input"],
            () =>
            {
                using var generator = new Generator(seed, CPU);
                var input = Graph.Leaf(x, true, count);
                return Graph.Train(() => input.Drop(probability, generator), gradient, input);
            },
            () =>
            {
                using var generator = new Generator(seed, CPU);
                var mask = Graph.Read(empty(count).bernoulli_(1 - probability, generator))
                    .Select(kept => kept is 0 or 1 ? kept / (1 - probability) : double.NaN)
                    .ToArray();
                return [[.. mask.Zip(x, (factor, value) => factor * value)], [.. mask.Zip(gradient, (factor, value) => factor * value)]];
            });
    }

    private static double[] Add(double[] left, float[] right) => [.. left.Zip(right, (a, b) => a + b)];
}
