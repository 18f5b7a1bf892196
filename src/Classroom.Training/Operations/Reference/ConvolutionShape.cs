namespace Classroom.Training.Operations.Reference;

/// <summary>The sizes of a two-dimensional convolution with a square kernel and zero padding of half the kernel on each side.</summary>
/// <param name="Batch">Examples.</param>
/// <param name="InChannels">Channels of the input.</param>
/// <param name="OutChannels">Filters.</param>
/// <param name="Height">Of the input, in pixels.</param>
/// <param name="Width">Of the input, in pixels.</param>
/// <param name="Kernel">Side of a filter in pixels, odd.</param>
/// <param name="Stride">1 or 2 pixels.</param>
internal readonly record struct ConvolutionShape(int Batch, int InChannels, int OutChannels, int Height, int Width, int Kernel, int Stride)
{
    /// <summary>Rows and columns of zeros on each side of the input.</summary>
    public int Padding => Kernel / 2;

    public int OutHeight => ((Height + (2 * Padding) - Kernel) / Stride) + 1;

    public int OutWidth => ((Width + (2 * Padding) - Kernel) / Stride) + 1;

    /// <summary>Numbers in the input, (batch, in channels, height, width).</summary>
    public int Inputs => Batch * InChannels * Height * Width;

    /// <summary>Numbers in the filters, (out channels, in channels, kernel, kernel).</summary>
    public int Weights => OutChannels * InChannels * Kernel * Kernel;

    /// <summary>Numbers in the output, (batch, out channels, out height, out width).</summary>
    public int Outputs => Batch * OutChannels * OutHeight * OutWidth;
}
