namespace Classroom.Training;

/// <summary>Two-dimensional convolution as PyTorch counts it: the filters are not flipped, and outside the picture everything is zero.</summary>
internal static class ReferenceConvolution
{
    /// <summary>(batch, out channels, out height, out width).</summary>
    /// <param name="x">(batch, in channels, height, width).</param>
    /// <param name="weight">(out channels, in channels, kernel, kernel).</param>
    /// <param name="bias">(out channels).</param>
    /// <param name="shape">Its sizes.</param>
    public static double[] Forward(double[] x, double[] weight, double[] bias, ConvolutionShape shape)
    {
        var output = new double[shape.Outputs];
        var area = shape.OutHeight * shape.OutWidth;
        for (var i = 0; i < output.Length; i++)
        {
            output[i] = bias[i / area % shape.OutChannels];
        }

        foreach (var row in Rows(shape))
        {
            for (var column = 0; column < row.Count; column++)
            {
                output[row.Output + column] += weight[row.Weight] * x[row.Input + (column * shape.Stride)];
            }
        }

        return output;
    }

    /// <summary>The gradients of everything that went in, each in its shape.</summary>
    /// <param name="x">(batch, in channels, height, width).</param>
    /// <param name="weight">(out channels, in channels, kernel, kernel).</param>
    /// <param name="outputGradient">(batch, out channels, out height, out width).</param>
    /// <param name="shape">Its sizes.</param>
    public static (double[] Input, double[] Weight, double[] Bias) Backward(double[] x, double[] weight, double[] outputGradient, ConvolutionShape shape)
    {
        var input = new double[shape.Inputs];
        var weights = new double[shape.Weights];
        var bias = new double[shape.OutChannels];
        var area = shape.OutHeight * shape.OutWidth;
        for (var i = 0; i < outputGradient.Length; i++)
        {
            bias[i / area % shape.OutChannels] += outputGradient[i];
        }

        foreach (var row in Rows(shape))
        {
            for (var column = 0; column < row.Count; column++)
            {
                var gradient = outputGradient[row.Output + column];
                var at = row.Input + (column * shape.Stride);
                input[at] += weight[row.Weight] * gradient;
                weights[row.Weight] += x[at] * gradient;
            }
        }

        return (input, weights, bias);
    }

    /// <summary>
    /// Every product of the convolution, a row of the picture at a time: so many outputs in a row, the inputs below them one
    /// stride apart, and the one weight between them.
    /// </summary>
    private static IEnumerable<(int Input, int Weight, int Output, int Count)> Rows(ConvolutionShape shape)
    {
        for (var example = 0; example < shape.Batch; example++)
        {
            for (var filter = 0; filter < shape.OutChannels; filter++)
            {
                for (var channel = 0; channel < shape.InChannels; channel++)
                {
                    var input = ((example * shape.InChannels) + channel) * shape.Height * shape.Width;
                    var weight = ((filter * shape.InChannels) + channel) * shape.Kernel * shape.Kernel;
                    var output = ((example * shape.OutChannels) + filter) * shape.OutHeight * shape.OutWidth;
                    foreach (var row in RowsOfPicture(shape))
                    {
                        yield return (input + row.Input, weight + row.Weight, output + row.Output, row.Count);
                    }
                }
            }
        }
    }

    private static IEnumerable<(int Input, int Weight, int Output, int Count)> RowsOfPicture(ConvolutionShape shape)
    {
        for (var down = 0; down < shape.Kernel; down++)
        {
            for (var across = 0; across < shape.Kernel; across++)
            {
                var (firstRow, endRow) = Inside(down - shape.Padding, shape.Stride, shape.Height, shape.OutHeight);
                var (firstColumn, endColumn) = Inside(across - shape.Padding, shape.Stride, shape.Width, shape.OutWidth);
                for (var row = firstRow; row < endRow; row++)
                {
                    var inputRow = (row * shape.Stride) + down - shape.Padding;
                    var inputColumn = (firstColumn * shape.Stride) + across - shape.Padding;
                    yield return (
                        (inputRow * shape.Width) + inputColumn,
                        (down * shape.Kernel) + across,
                        (row * shape.OutWidth) + firstColumn,
                        endColumn - firstColumn);
                }
            }
        }
    }

    /// <summary>The outputs whose input, so far from them, lies inside the picture; those outside are zero and add nothing.</summary>
    private static (int First, int End) Inside(int distance, int stride, int inputs, int outputs)
    {
        var first = 0;
        while (first < outputs && (first * stride) + distance < 0)
        {
            first++;
        }

        var end = outputs;
        while (end > first && ((end - 1) * stride) + distance >= inputs)
        {
            end--;
        }

        return (first, end);
    }
}
