using static TorchSharp.torch;

namespace Classroom.Training.Tests;

public sealed class RecordedOperationsTests(ITestOutputHelper output)
{
    [Fact]
    public void A_convolution_is_recorded_forward_and_backward()
    {
        using var scope = NewDisposeScope();
        using var recorded = RecordedOperations.Start();
        var x = rand(32, 3, 28, 28);
        var weight = rand(8, 3, 3, 3, requires_grad: true);
        nn.functional.conv2d(x, weight).sum().backward();

        output.WriteLine(string.Join('\n', recorded.Names));
        Assert.Superset(
            new HashSet<string>
            {
                "aten::conv2d",
                "aten::convolution",
                "aten::_convolution",
                "aten::convolution_backward",
                "ConvolutionBackward0",
                "aten::sum",
                "SumBackward0"
            },
            recorded.Names);
        Assert.True(recorded.Names.Contains("aten::mkldnn_convolution") || recorded.Names.Contains("aten::_slow_conv2d_forward"));
    }

    [Fact]
    public void Only_what_this_thread_does_until_the_end_is_recorded()
    {
        using var x = ones(2);
        var recorded = RecordedOperations.Start();
        var other = new Thread(() => x.cos().Dispose());
        other.Start();
        other.Join();
        x.sin().Dispose();
        recorded.Dispose();
        x.tan().Dispose();

        Assert.Equal(["aten::sin"], recorded.Names);
    }
}
