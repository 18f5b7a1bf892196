using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Classroom.Training.Operations.Reference;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>
/// A convolution for small pictures and few channels, on plain memory, eight numbers at a time. One example after another, so
/// that what it works on stays in the cache. It depends on no library and adds up in the same order on every processor.
/// </summary>
internal sealed unsafe class VectorConvolution : IConvolutionKernel
{
    private const int Lanes = 8;

    /// <inheritdoc/>
    public void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, ConvolutionShape shape)
    {
        var grid = new ConvolutionGrid(shape);
        var stride = grid.OutputSize + ConvolutionGrid.Slack;
        using var inputs = new Scratch(grid.InputSize);
        using var outputs = new Scratch(shape.OutChannels * stride);
        fixed (float* weights = weight, start = bias)
        fixed (int* offsets = grid.Offsets)
        {
            for (var example = 0; example < shape.Batch; example++)
            {
                grid.Spread(Example(x, example, shape), inputs.Span);
                VectorKernels.Correlate(
                    inputs.Start, offsets, grid.Offsets.Length, weights, start, outputs.Start, shape.OutChannels, stride, grid.OutputSize);
                var maps = Example(y, example, shape);
                for (var row = 0; row < shape.OutChannels * shape.OutHeight; row++)
                {
                    var from = (row / shape.OutHeight * stride) + (row % shape.OutHeight * grid.Columns);
                    outputs.Span.Slice(from, shape.OutWidth).CopyTo(maps[(row * shape.OutWidth)..]);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> weightGradient,
        Span<float> biasGradient,
        ConvolutionShape shape)
    {
        var grid = new ConvolutionGrid(shape);

        // Each channel's gradients with zeros around them; and so many channels of zeros that their number is a multiple of 4.
        var rows = (shape.OutChannels + 3) / 4 * 4;
        var stride = grid.Before + grid.Size;
        using var gradients = new Scratch(rows * stride);
        using var byWeight = weightGradient.IsEmpty ? null : new WeightGradients(grid, rows);
        using var byInput = inputGradient.IsEmpty ? null : new InputGradients(grid, shape, weight, stride);
        Span<double> byBias = stackalloc double[shape.OutChannels];
        byBias.Clear();
        for (var example = 0; example < shape.Batch; example++)
        {
            var given = Example(outputGradient, example, shape);
            for (var row = 0; row < shape.OutChannels * shape.OutHeight; row++)
            {
                var to = (row / shape.OutHeight * stride) + grid.Before + (row % shape.OutHeight * grid.Columns);
                given.Slice(row * shape.OutWidth, shape.OutWidth).CopyTo(gradients.Span[to..]);
            }

            byWeight?.Add(Example(x, example, shape), gradients.Start + grid.Before, stride);
            byInput?.Find(gradients.Start + grid.Before, Example(inputGradient, example, shape));
            for (var channel = 0; channel < biasGradient.Length; channel++)
            {
                byBias[channel] += Sum(given.Slice(channel * shape.OutHeight * shape.OutWidth, shape.OutHeight * shape.OutWidth));
            }
        }

        byWeight?.CopyTo(weightGradient, shape.OutChannels);
        for (var channel = 0; channel < biasGradient.Length; channel++)
        {
            biasGradient[channel] = (float)byBias[channel];
        }
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        var sums = Vector256<float>.Zero;
        var vectors = MemoryMarshal.Cast<float, Vector256<float>>(values);
        foreach (var vector in vectors)
        {
            sums += vector;
        }

        var sum = Vector256.Sum(sums);
        foreach (var value in values[(vectors.Length * Lanes)..])
        {
            sum += value;
        }

        return sum;
    }

    private static ReadOnlySpan<float> Example(ReadOnlySpan<float> all, int example, ConvolutionShape shape) =>
        all.Slice(example * (all.Length / shape.Batch), all.Length / shape.Batch);

    private static Span<float> Example(Span<float> all, int example, ConvolutionShape shape) =>
        all.Slice(example * (all.Length / shape.Batch), all.Length / shape.Batch);

    /// <summary>Adds up, over the examples, how the loss changes with each weight.</summary>
    private sealed class WeightGradients : IDisposable
    {
        private readonly ConvolutionGrid grid;
        private readonly int rows;
        private readonly int taps;
        private readonly int[] offsets;
        private readonly Scratch inputs;
        private readonly Scratch sums;

        public WeightGradients(ConvolutionGrid grid, int rows)
        {
            (this.grid, this.rows) = (grid, rows);
            taps = (grid.Offsets.Length + 2) / 3 * 3;
            offsets = [.. grid.Offsets, .. new int[taps - grid.Offsets.Length]];
            inputs = new Scratch(grid.InputSize);
            sums = new Scratch(rows * taps * Lanes);
        }

        public void Add(ReadOnlySpan<float> pixels, float* gradients, int stride)
        {
            grid.Spread(pixels, inputs.Span);
            fixed (int* places = offsets)
            {
                VectorKernels.Gather(inputs.Start, places, taps, gradients, rows, stride, grid.OutputSize, sums.Start);
            }
        }

        public void CopyTo(Span<float> weightGradient, int outChannels)
        {
            for (var channel = 0; channel < outChannels; channel++)
            {
                for (var tap = 0; tap < grid.Offsets.Length; tap++)
                {
                    weightGradient[(channel * grid.Offsets.Length) + tap] = Vector256.Sum(
                        Vector256.Load(sums.Start + (((channel * taps) + tap) * Lanes)));
                }
            }
        }

        public void Dispose()
        {
            inputs.Dispose();
            sums.Dispose();
        }
    }

    /// <summary>
    /// How the loss changes with each pixel: on each grid of the input a correlation of the output's gradients with those
    /// weights that meet this grid, at the places before it.
    /// </summary>
    private sealed class InputGradients : IDisposable
    {
        private readonly ConvolutionGrid grid;
        private readonly int channels;
        private readonly List<(Scratch Weights, int[] Offsets)> phases = [];
        private readonly int stride;
        private readonly Scratch found;

        public InputGradients(ConvolutionGrid grid, ConvolutionShape shape, ReadOnlySpan<float> weight, int gradientStride)
        {
            (this.grid, channels) = (grid, shape.InChannels);
            stride = grid.Phases * grid.Size;
            found = new Scratch(grid.InputSize);
            var area = shape.Kernel * shape.Kernel;
            for (var phase = 0; phase < grid.Phases; phase++)
            {
                var spots = Enumerable.Range(0, area)
                    .Where(spot => grid.Phase(spot / shape.Kernel, spot % shape.Kernel) == phase)
                    .ToArray();
                var offsets = new int[shape.OutChannels * spots.Length];
                var weights = new Scratch(channels * offsets.Length);
                for (var tap = 0; tap < offsets.Length; tap++)
                {
                    var (filter, spot) = (tap / spots.Length, spots[tap % spots.Length]);
                    offsets[tap] = (filter * gradientStride) - grid.Shift(spot / shape.Kernel, spot % shape.Kernel);
                    for (var channel = 0; channel < channels; channel++)
                    {
                        weights.Span[(channel * offsets.Length) + tap] = weight[(((filter * channels) + channel) * area) + spot];
                    }
                }

                phases.Add((weights, offsets));
            }
        }

        public void Find(float* gradients, Span<float> pixels)
        {
            var first = grid.PixelStart;
            foreach (var (phase, (weights, offsets)) in phases.Index())
            {
                fixed (int* places = offsets)
                {
                    VectorKernels.Correlate(
                        gradients + first,
                        places,
                        offsets.Length,
                        weights.Start,
                        null,
                        found.Start + (phase * grid.Size) + first,
                        channels,
                        stride,
                        grid.PixelSize);
                }
            }

            grid.Collect(found.Span, pixels);
        }

        public void Dispose()
        {
            found.Dispose();
            foreach (var (weights, _) in phases)
            {
                weights.Dispose();
            }
        }
    }

    /// <summary>Zeros that go back to where they were borrowed.</summary>
    private sealed class Scratch : IDisposable
    {
        private readonly float[] numbers;
        private readonly GCHandle handle;

        public Scratch(int length)
        {
            numbers = ArrayPool<float>.Shared.Rent(length);
            Array.Clear(numbers, 0, length);
            handle = GCHandle.Alloc(numbers, GCHandleType.Pinned);
            Start = (float*)handle.AddrOfPinnedObject();
        }

        public float* Start { get; }

        public Span<float> Span => numbers;

        public void Dispose()
        {
            handle.Free();
            ArrayPool<float>.Shared.Return(numbers);
        }
    }
}
