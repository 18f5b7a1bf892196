using System.Runtime.Intrinsics;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>Adds up, over the examples, how the loss changes with each weight of a convolution.</summary>
internal sealed unsafe class ConvolutionWeightGradients : IDisposable
{
    private readonly ConvolutionGrid grid;
    private readonly int rows;
    private readonly int taps;
    private readonly int[] offsets;
    private readonly ScratchMemory inputs;
    private readonly ScratchMemory sums;

    public ConvolutionWeightGradients(ConvolutionGrid grid, int rows)
    {
        (this.grid, this.rows) = (grid, rows);
        taps = (grid.Offsets.Length + 2) / 3 * 3;
        offsets = [.. grid.Offsets, .. new int[taps - grid.Offsets.Length]];
        inputs = new ScratchMemory(grid.InputSize);
        sums = new ScratchMemory(rows * taps * VectorKernels.Lanes);
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
                    Vector256.Load(sums.Start + (((channel * taps) + tap) * VectorKernels.Lanes)));
            }
        }
    }

    public void Dispose()
    {
        inputs.Dispose();
        sums.Dispose();
    }
}
