using static TorchSharp.torch;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>A convolution by libtorch, which leaves most of it to oneDNN.</summary>
internal sealed class LibraryConvolution : IConvolution
{
    public string Name => "libtorch";

    public Tensor Apply(Tensor x, Tensor weight, Tensor bias, int stride)
    {
        var padding = weight.shape[2] / 2;
        return nn.functional.conv2d(x, weight, bias, strides: [stride, stride], padding: [padding, padding]);
    }
}
