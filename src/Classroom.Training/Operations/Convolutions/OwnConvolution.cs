using static TorchSharp.torch;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>A convolution by a kernel of ours.</summary>
internal sealed class OwnConvolution(string name, IConvolutionKernel kernel) : IConvolution
{
    /// <summary>Its bits depend on whether the processor multiplies and adds in one rounding, and on nothing else of it.</summary>
    public static OwnConvolution Vectors { get; } = new(
        VectorKernels.IsFused ? "own kernels" : "own kernels, not fused", new VectorConvolution());

    public static OwnConvolution Plain { get; } = new("plain formulas", new PlainConvolution());

    public string Name => name;

    public Tensor Apply(Tensor x, Tensor weight, Tensor bias, int stride) => ConvolutionFunction.Apply(kernel, x, weight, bias, stride);
}
