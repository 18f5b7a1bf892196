using static TorchSharp.torch;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>A way to compute a convolution as part of libtorch's graph, with zero padding of half the kernel.</summary>
internal interface IConvolution
{
    /// <summary>For a report, in a few words.</summary>
    string Name { get; }

    /// <param name="x">(batch, in channels, height, width)</param>
    /// <param name="weight">(out channels, in channels, kernel, kernel)</param>
    /// <param name="bias">(out channels)</param>
    /// <param name="stride">1 or 2.</param>
    /// <returns>(batch, out channels, out height, out width)</returns>
    Tensor Apply(Tensor x, Tensor weight, Tensor bias, int stride);
}

/// <summary>With a kernel of ours.</summary>
internal sealed class OwnConvolution(string name, IConvolutionKernel kernel) : IConvolution
{
    /// <summary>Its bits depend on whether the processor multiplies and adds in one rounding, and on nothing else of it.</summary>
    public static OwnConvolution Vectors { get; } = new(
        VectorKernels.IsFused ? "own kernels" : "own kernels, not fused", new VectorConvolution());

    public static OwnConvolution Plain { get; } = new("plain formulas", new PlainConvolution());

    public string Name => name;

    public Tensor Apply(Tensor x, Tensor weight, Tensor bias, int stride) => ConvolutionFunction.Apply(kernel, x, weight, bias, stride);
}

/// <summary>With libtorch, which leaves most of it to oneDNN.</summary>
internal sealed class LibraryConvolution : IConvolution
{
    public string Name => "libtorch";

    public Tensor Apply(Tensor x, Tensor weight, Tensor bias, int stride)
    {
        var padding = weight.shape[2] / 2;
        return nn.functional.conv2d(x, weight, bias, strides: [stride, stride], padding: [padding, padding]);
    }
}
