using Classroom.Training.Operations.Reference;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>The formula itself, in double precision: slow, and right wherever .NET computes right.</summary>
internal sealed class PlainConvolution : IConvolutionKernel
{
    /// <inheritdoc/>
    public void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, ConvolutionShape shape) =>
        Write(ReferenceConvolution.Forward(Read(x), Read(weight), Read(bias), shape), y);

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
        var (input, byWeight, byBias) = ReferenceConvolution.Backward(Read(x), Read(weight), Read(outputGradient), shape);
        Write(input, inputGradient);
        Write(byWeight, weightGradient);
        Write(byBias, biasGradient);
    }

    private static double[] Read(ReadOnlySpan<float> numbers)
    {
        var read = new double[numbers.Length];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = numbers[i];
        }

        return read;
    }

    // Nothing where nobody asks.
    private static void Write(double[] from, Span<float> to)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = (float)from[i];
        }
    }
}
