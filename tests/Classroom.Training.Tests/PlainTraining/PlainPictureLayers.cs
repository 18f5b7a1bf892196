using Classroom.Training.Models.Cnn;
using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>
/// (batch, in channels, height, width) to (batch, out channels, height, width), or half as high and wide with a stride of 2.
/// </summary>
internal sealed class PlainConvolution(PlainParameter weight, PlainParameter bias, ConvolutionStage stage, int kernel, int stride)
    : PlainLayer
{
    private double[] x = [];
    private ConvolutionShape shape;

    public override IReadOnlyList<PlainParameter> Parameters => [weight, bias];

    public override double[] Forward(double[] x, int batch)
    {
        this.x = x;
        shape = new(batch, stage.InChannels, stage.OutChannels, stage.InHeight, stage.InWidth, kernel, stride);
        return ReferenceConvolution.Forward(x, weight.Values, bias.Values, shape);
    }

    public override double[] Backward(double[] outputGradient)
    {
        (var input, weight.Gradient, bias.Gradient) = ReferenceConvolution.Backward(x, weight.Values, outputGradient, shape);
        return input;
    }
}

/// <summary>(batch, channels, height, width) to (batch, channels, height / 2, width / 2).</summary>
internal sealed class PlainPooling(Pooling pooling, ConvolutionStage stage) : PlainLayer
{
    private readonly int height = stage.FilteredHeight;
    private readonly int width = stage.FilteredWidth;
    private double[] x = [];

    private int Planes => x.Length / (height * width);

    public override double[] Forward(double[] x, int batch)
    {
        this.x = x;
        return pooling == Pooling.Max
            ? ReferencePooling.Max(x, Planes, height, width)
            : ReferencePooling.Average(x, Planes, height, width);
    }

    public override double[] Backward(double[] outputGradient) => pooling == Pooling.Max
        ? ReferencePooling.MaxBackward(x, outputGradient, Planes, height, width)
        : ReferencePooling.AverageBackward(x, outputGradient, Planes, height, width);
}
