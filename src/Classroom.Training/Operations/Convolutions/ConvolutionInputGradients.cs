using Classroom.Training.Operations.Reference;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>
/// How the loss changes with each pixel: on each grid of the input a correlation of the output's gradients with those
/// weights that meet this grid, at the places before it.
/// </summary>
internal sealed unsafe class ConvolutionInputGradients : IDisposable
{
    private readonly ConvolutionGrid grid;
    private readonly int channels;
    private readonly List<(ScratchMemory Weights, int[] Offsets)> phases = [];
    private readonly int stride;
    private readonly ScratchMemory found;

    public ConvolutionInputGradients(ConvolutionGrid grid, ConvolutionShape shape, ReadOnlySpan<float> weight, int gradientStride)
    {
        (this.grid, channels) = (grid, shape.InChannels);
        stride = grid.Phases * grid.Size;
        found = new ScratchMemory(grid.InputSize);
        var area = shape.Kernel * shape.Kernel;
        for (var phase = 0; phase < grid.Phases; phase++)
        {
            var spots = Enumerable.Range(0, area)
                .Where(spot => grid.Phase(spot / shape.Kernel, spot % shape.Kernel) == phase)
                .ToArray();
            var offsets = new int[shape.OutChannels * spots.Length];
            var weights = new ScratchMemory(channels * offsets.Length);
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
