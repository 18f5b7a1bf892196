using Classroom.Training.Operations.Reference;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>A way to compute a convolution on plain memory. All arrays are in PyTorch's order.</summary>
internal interface IConvolutionKernel
{
    /// <param name="x">(batch, in channels, height, width)</param>
    /// <param name="weight">(out channels, in channels, kernel, kernel)</param>
    /// <param name="bias">(out channels)</param>
    /// <param name="y">(batch, out channels, out height, out width), is written.</param>
    /// <param name="shape">All sizes.</param>
    void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, ConvolutionShape shape);

    /// <param name="x">As it went in.</param>
    /// <param name="weight">As it was.</param>
    /// <param name="outputGradient">How the loss changes with each output.</param>
    /// <param name="inputGradient">As large as x, is written; empty where nobody asks.</param>
    /// <param name="weightGradient">As large as weight, is written; empty where nobody asks.</param>
    /// <param name="biasGradient">(out channels), is written; empty where nobody asks.</param>
    /// <param name="shape">All sizes.</param>
    void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> weightGradient,
        Span<float> biasGradient,
        ConvolutionShape shape);
}
