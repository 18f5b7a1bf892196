using Classroom.Training.Operations.Convolutions;
using Classroom.Training.Operations.Reference;

namespace Classroom.Training.SelfCheck.Checks;

internal static class ConvolutionChecks
{
    private const int Seed = 1;
    private const int LargestKernel = 15;

    // Channel counts around 4, 8 and 16 and far from them: libraries pad them to those.
    private static readonly (int In, int Out)[] Channels = [(1, 4), (3, 5), (17, 3), (6, 9), (2, 7), (5, 1), (1, 3), (2, 2)];

    public static CheckedOperation Create(params (IConvolution Convolution, bool IsSlow)[] ways) =>
        new(
            "convolution",
            [.. ways.Select(way => new CheckedWay(
                way.Convolution.Name, way.IsSlow, [.. Cases(way.Convolution)], (random, most) => Draw(way.Convolution, random, most)))]);

    private static IEnumerable<CheckCase> Cases(IConvolution convolution)
    {
        var random = new Random(Seed);
        foreach (var stride in new[] { 1, 2 })
        {
            for (var kernel = 1; kernel <= LargestKernel; kernel += 2)
            {
                var (inChannels, outChannels) = Channels[kernel / 2];
                var side = Math.Max(kernel, 5);
                var shape = new ConvolutionShape(1 + (kernel % 3), inChannels, outChannels, side, side + stride, kernel, stride);
                yield return Create(convolution, shape, random, training: true, inputLearns: true, weightLearns: true);
                if (stride == 1 && kernel <= 7)
                {
                    yield return Create(convolution, shape, random, training: false, inputLearns: false, weightLearns: false);
                }
            }
        }

        // The first convolution of a network, and one that fine-tuning has frozen, on pictures as they come.
        yield return Create(convolution, new(4, 1, 4, 28, 28, 3, 1), random, training: true, inputLearns: false, weightLearns: true);
        yield return Create(convolution, new(2, 4, 8, 14, 14, 3, 1), random, training: true, inputLearns: true, weightLearns: false);
        // As many examples as let libtorch leave it to another library where oneDNN is switched off.
        yield return Create(convolution, new(16, 3, 4, 6, 5, 3, 1), random, training: true, inputLearns: true, weightLearns: true);
        yield return Create(convolution, new(2, 8, 16, 7, 7, 3, 1), random, training: true, inputLearns: true, weightLearns: true);
    }

    private static CheckCase Draw(IConvolution convolution, Random random, int most)
    {
        var kernel = 1 + (2 * random.Next(LargestKernel / 2));
        // The larger the filter, the less of everything else: the plain formula takes its time.
        var fewer = Math.Max(1, most * 3 / (kernel + 2));
        var shape = new ConvolutionShape(
            random.Size(fewer),
            random.Size(most),
            random.Size(most),
            kernel - 1 + random.Size(12),
            kernel - 1 + random.Size(12),
            kernel,
            1 + random.Next(2));
        while (Work(shape) > 3_000_000)
        {
            shape = shape with
            {
                Batch = Math.Max(1, shape.Batch / 2),
                OutChannels = Math.Max(1, shape.OutChannels * 3 / 4),
                InChannels = Math.Max(1, shape.InChannels * 3 / 4)
            };
        }

        return Create(convolution, shape, random, training: random.Next(3) > 0, inputLearns: random.Next(4) > 0, weightLearns: true);
    }

    private static long Work(ConvolutionShape shape) => (long)shape.Outputs * shape.InChannels * shape.Kernel * shape.Kernel;

    private static CheckCase Create(
        IConvolution convolution, ConvolutionShape shape, Random random, bool training, bool inputLearns, bool weightLearns)
    {
        var (x, weight, bias, gradient) =
            (random.Numbers(shape.Inputs), random.Numbers(shape.Weights), random.Numbers(shape.OutChannels), random.Numbers(shape.Outputs));
        string[] parts =
        [
            "forward",
            .. training && inputLearns ? new[] { "by input" } : [],
            .. training && weightLearns ? new[] { "by weights", "by biases" } : [],
        ];
        return new(
            $"{shape.Batch} × {shape.InChannels} → {shape.OutChannels} channels, {shape.Height} × {shape.Width}, kernel {shape.Kernel}, "
                + $"stride {shape.Stride}, {(training ? "training" : "evaluation")}",
            parts,
            () =>
            {
                var input = Graph.Leaf(x, training && inputLearns, shape.Batch, shape.InChannels, shape.Height, shape.Width);
                var filters = Graph.Leaf(weight, training && weightLearns, shape.OutChannels, shape.InChannels, shape.Kernel, shape.Kernel);
                var biases = Graph.Leaf(bias, training && weightLearns, shape.OutChannels);
                return training
                    ? Graph.Train(() => convolution.Apply(input, filters, biases, shape.Stride), gradient, input, filters, biases)
                    : Graph.Evaluate(() => convolution.Apply(input, filters, biases, shape.Stride));
            },
            () =>
            {
                var forward = ReferenceConvolution.Forward(x.Doubles(), weight.Doubles(), bias.Doubles(), shape);
                if (!training)
                {
                    return [forward];
                }

                var (byInput, byWeight, byBias) = ReferenceConvolution.Backward(x.Doubles(), weight.Doubles(), gradient.Doubles(), shape);
                return [forward, .. inputLearns ? new[] { byInput } : [], .. weightLearns ? new[] { byWeight, byBias } : []];
            });
    }
}
