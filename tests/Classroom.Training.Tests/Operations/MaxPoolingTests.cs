using Classroom.Training.Operations;
using static TorchSharp.torch;

namespace Classroom.Training.Tests;

public sealed class MaxPoolingTests
{
    public static TheoryData<long, long> Sizes => new() { { 28, 28 }, { 14, 14 }, { 7, 7 }, { 2, 2 }, { 3, 9 }, { 10, 5 }, { 8, 17 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Values_and_gradients_are_those_of_libtorch_to_the_bit(long height, long width)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(7, CPU);
        foreach (var pixels in new[]
        {
            rand(3, 2, height, width, generator: generator) - 0.5,
            // Many equal ones, as after ReLU: the first of them is the largest.
            (rand(3, 2, height, width, generator: generator) - 0.7).relu(),
            (rand(3, 2, height, width, generator: generator) * 3).floor(),
        })
        {
            var (mine, theirs) = (pixels.clone().requires_grad_(), pixels.clone().requires_grad_());
            var weights = rand(3, 2, height / 2, width / 2, generator: generator);
            var (halved, expected) = (MaxPooling.Halve(mine), nn.functional.max_pool2d(theirs, 2));
            (halved * weights).sum().backward();
            (expected * weights).sum().backward();

            Assert.True(halved.Equals(expected));
            Assert.True(mine.grad!.Equals(theirs.grad!));
            using var noGradients = no_grad();
            Assert.True(MaxPooling.Halve(mine).Equals(expected));
        }
    }

    [Fact]
    public void What_is_not_a_number_is_passed_on()
    {
        using var scope = NewDisposeScope();
        for (var place = 0; place < 4; place++)
        {
            foreach (var width in new[] { 2, 8 })
            {
                var pixels = zeros(1, 1, 2, width);
                pixels[0, 0, place / 2, place % 2] = float.NaN;
                using var noGradients = no_grad();
                Assert.True(float.IsNaN(MaxPooling.Halve(pixels)[0, 0, 0, 0].item<float>()));
                using var gradients = enable_grad();
                Assert.True(float.IsNaN(MaxPooling.Halve(pixels)[0, 0, 0, 0].item<float>()));
            }
        }
    }
}
