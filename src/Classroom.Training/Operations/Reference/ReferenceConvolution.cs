namespace Classroom.Training.Operations.Reference;

/// <summary>
/// Two-dimensional convolution as PyTorch counts it (the filters are not flipped, and outside the picture everything is zero):
/// a linear layer that looks at the patch around each pixel.
/// </summary>
internal static class ReferenceConvolution
{
    private const int Outside = -1;

    /// <summary>(batch, out channels, out height, out width).</summary>
    /// <param name="x">(batch, in channels, height, width).</param>
    /// <param name="weight">(out channels, in channels, kernel, kernel).</param>
    /// <param name="bias">(out channels).</param>
    /// <param name="shape">Its sizes.</param>
    public static double[] Forward(double[] x, double[] weight, double[] bias, ConvolutionShape shape)
    {
        var (patches, rows) = (Patches(x, shape), shape.Batch * shape.OutHeight * shape.OutWidth);
        return ChannelsFirst(ReferenceLinear.Forward(patches, weight, bias, rows, patches.Length / rows, shape.OutChannels), shape);
    }

    /// <summary>The gradients of everything that went in, each in its shape.</summary>
    /// <param name="x">(batch, in channels, height, width).</param>
    /// <param name="weight">(out channels, in channels, kernel, kernel).</param>
    /// <param name="outputGradient">(batch, out channels, out height, out width).</param>
    /// <param name="shape">Its sizes.</param>
    public static (double[] Input, double[] Weight, double[] Bias) Backward(
        double[] x, double[] weight, double[] outputGradient, ConvolutionShape shape)
    {
        var (patches, rows) = (Patches(x, shape), shape.Batch * shape.OutHeight * shape.OutWidth);
        var gradients = ReferenceLinear.Backward(
            patches, weight, ChannelsLast(outputGradient, shape), rows, patches.Length / rows, shape.OutChannels);
        return (SumOfPatches(gradients.Input, shape), gradients.Weight, gradients.Bias);
    }

    /// <summary>What the filters see from each output pixel: (batch, out height, out width, in channels, kernel, kernel).</summary>
    private static double[] Patches(double[] x, ConvolutionShape shape)
    {
        var seen = Seen(shape);
        var patches = new double[shape.Batch * seen.Length];
        for (var example = 0; example < shape.Batch; example++)
        {
            var (first, from) = (example * seen.Length, example * shape.Inputs / shape.Batch);
            for (var i = 0; i < seen.Length; i++)
            {
                patches[first + i] = seen[i] == Outside ? 0 : x[from + seen[i]];
            }
        }

        return patches;
    }

    /// <summary>A pixel's gradient is the sum of those it has in all the patches that it is part of.</summary>
    private static double[] SumOfPatches(double[] patches, ConvolutionShape shape)
    {
        var seen = Seen(shape);
        var sum = new double[shape.Inputs];
        for (var example = 0; example < shape.Batch; example++)
        {
            var (first, to) = (example * seen.Length, example * shape.Inputs / shape.Batch);
            for (var i = 0; i < seen.Length; i++)
            {
                if (seen[i] != Outside)
                {
                    sum[to + seen[i]] += patches[first + i];
                }
            }
        }

        return sum;
    }

    /// <summary>
    /// Where in an example the number lies that each weight of a filter is multiplied by, for each output pixel:
    /// (out height, out width, in channels, kernel, kernel).
    /// </summary>
    private static int[] Seen(ConvolutionShape shape)
    {
        var seen = new List<int>();
        for (var outRow = 0; outRow < shape.OutHeight; outRow++)
        {
            for (var outColumn = 0; outColumn < shape.OutWidth; outColumn++)
            {
                for (var channel = 0; channel < shape.InChannels; channel++)
                {
                    for (var i = 0; i < shape.Kernel * shape.Kernel; i++)
                    {
                        var row = (outRow * shape.Stride) - shape.Padding + (i / shape.Kernel);
                        var column = (outColumn * shape.Stride) - shape.Padding + (i % shape.Kernel);
                        var inside = row >= 0 && row < shape.Height && column >= 0 && column < shape.Width;
                        seen.Add(inside ? (((channel * shape.Height) + row) * shape.Width) + column : Outside);
                    }
                }
            }
        }

        return [.. seen];
    }

    /// <summary>(batch, pixels, channels) to (batch, channels, pixels).</summary>
    private static double[] ChannelsFirst(double[] values, ConvolutionShape shape) =>
        Swap(values, shape.OutHeight * shape.OutWidth, shape.OutChannels);

    /// <summary>(batch, channels, pixels) to (batch, pixels, channels).</summary>
    private static double[] ChannelsLast(double[] values, ConvolutionShape shape) =>
        Swap(values, shape.OutChannels, shape.OutHeight * shape.OutWidth);

    /// <summary>(batch, rows, columns) to (batch, columns, rows).</summary>
    private static double[] Swap(double[] values, int rows, int columns)
    {
        var swapped = new double[values.Length];
        for (var first = 0; first < values.Length; first += rows * columns)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    swapped[first + (column * rows) + row] = values[first + (row * columns) + column];
                }
            }
        }

        return swapped;
    }
}
