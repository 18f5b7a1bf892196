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
