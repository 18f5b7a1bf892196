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
    /// <inheritdoc/>
    public void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, ConvolutionShape shape)
    {
        var grid = new ConvolutionGrid(shape);
        var stride = grid.OutputSize + ConvolutionGrid.Slack;
        using var inputs = new ScratchMemory(grid.InputSize);
        using var outputs = new ScratchMemory(shape.OutChannels * stride);
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
        using var gradients = new ScratchMemory(rows * stride);
        using var byWeight = weightGradient.IsEmpty ? null : new ConvolutionWeightGradients(grid, rows);
        using var byInput = inputGradient.IsEmpty ? null : new ConvolutionInputGradients(grid, shape, weight, stride);
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
        foreach (var value in values[(vectors.Length * VectorKernels.Lanes)..])
        {
            sum += value;
        }

        return sum;
    }

    private static ReadOnlySpan<float> Example(ReadOnlySpan<float> all, int example, ConvolutionShape shape) =>
        all.Slice(example * (all.Length / shape.Batch), all.Length / shape.Batch);

    private static Span<float> Example(Span<float> all, int example, ConvolutionShape shape) =>
        all.Slice(example * (all.Length / shape.Batch), all.Length / shape.Batch);
}
