using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>Values worked out on paper.</summary>
public sealed class ReferenceValueTests
{
    private const double Tolerance = 1e-12;

    // 3×3, one channel.
    private static readonly double[] Picture = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void A_filter_is_laid_on_the_picture_as_it_is_and_sees_zeros_outside()
    {
        // Looks at the pixel above and, ten times, at the one to the right; flipped it would see those below and to the left.
        double[] filter = [0, 1, 0, 0, 0, 10, 0, 0, 0];
        var shape = new ConvolutionShape(1, 1, 1, 3, 3, Kernel: 3, Stride: 1);

        Assert.Equal([20.5, 30.5, 0.5, 51.5, 62.5, 3.5, 84.5, 95.5, 6.5], ReferenceConvolution.Forward(Picture, filter, [0.5], shape));
    }

    [Fact]
    public void With_a_stride_of_2_every_other_place_is_looked_at_from_the_first_on()
    {
        double[] filter = [0, 0, 0, 0, 1, 0, 0, 0, 10];
        var shape = new ConvolutionShape(1, 1, 1, 3, 3, Kernel: 3, Stride: 2);

        Assert.Equal([51, 3, 7, 9], ReferenceConvolution.Forward(Picture, filter, [0], shape));
    }

    [Fact]
    public void Each_filter_adds_up_its_own_view_of_every_channel()
    {
        // Two examples of two channels of one pixel each, three filters of one pixel.
        var output = ReferenceConvolution.Forward(
            [1, 2, 3, 4], [1, 10, 2, 20, 3, 30], [0, 100, 200], new(2, 2, 3, 1, 1, Kernel: 1, Stride: 1));

        Assert.Equal([21, 142, 263, 43, 186, 329], output);
    }

    [Fact]
    public void A_linear_layer_weighs_the_inputs_of_each_row()
    {
        Assert.Equal(
            [1 + 20 + 0.5, 100 + 2, 3 + 40 + 0.5, 300 + 4],
            ReferenceLinear.Forward([1, 2, 3, 4], [1, 10, 100, 1], [0.5, 0], rows: 2, inputs: 2, outputs: 2));
    }

    [Fact]
    public void Pooling_leaves_out_the_odd_row_and_column()
    {
        Assert.Equal([5], ReferencePooling.Max(Picture, 1, 3, 3));
        Assert.Equal([3], ReferencePooling.Average(Picture, 1, 3, 3));
        Assert.Equal([2, 2, 0, 2, 2, 0, 0, 0, 0], ReferencePooling.AverageBackward(Picture, [8], 1, 3, 3));
    }

    [Theory]
    [InlineData(new double[] { 7, 7, 7, 7 }, 0)]
    [InlineData(new double[] { 0, 7, 7, 7 }, 1)]
    [InlineData(new double[] { 0, 1, 7, 7 }, 2)]
    [InlineData(new double[] { 0, 1, 2, 7 }, 3)]
    public void Of_equal_pixels_the_first_gets_the_gradient(double[] square, int first)
    {
        var expected = new double[4];
        expected[first] = 1;
        Assert.Equal(expected, ReferencePooling.MaxBackward(square, [1], 1, 2, 2));
    }

    [Fact]
    public void A_relu_lets_nothing_through_at_zero()
    {
        Assert.Equal([0, 0, 2], ReferenceActivation.Forward([-1, 0, 2], Activation.Relu));
        Assert.Equal([0, 0, 5], ReferenceActivation.Backward([-1, 0, 2], [5, 5, 5], Activation.Relu));
    }

    [Fact]
    public void Losses_of_round_probabilities()
    {
        // Odds of 1 to 3, and of 1 to 1.
        double[] logits = [0, Math.Log(3), 0, 0];
        var (crossEntropy, slope) = ReferenceLoss.CrossEntropy(logits, [1, 0], 2);
        var (squaredError, _) = ReferenceLoss.SquaredErrorOfProbabilities(logits, [1, 0], 2);

        AssertClose([0.25, 0.75, 0.5, 0.5], ReferenceLoss.Softmax(logits, 2, 2));
        AssertClose([(Math.Log(4.0 / 3) + Math.Log(2)) / 2, (0.0625 + 0.0625 + 0.25 + 0.25) / 2], [crossEntropy, squaredError]);
        AssertClose([0.125, -0.125, -0.25, 0.25], slope);
        AssertClose(
            [(1 + 4) / 2.0, 1, -2],
            [ReferenceLoss.SquaredError([3, 0], [2, 2]).Loss, .. ReferenceLoss.SquaredError([3, 0], [2, 2]).Gradient]);
    }

    [Fact]
    public void Huge_logits_leave_the_losses_finite()
    {
        Assert.Equal(2000, ReferenceLoss.CrossEntropy([1000, -1000], [1], 2).Loss, Tolerance);
        Assert.Equal([1, 0], ReferenceLoss.Softmax([1000, -1000], 1, 2));
    }

    // One unit, one number: every sum that goes into a gate is then weight · x + weight · held + both biases.
    [Fact]
    public void A_plain_unit_after_two_places()
    {
        var weights = new ReferenceRecurrentWeights([2], [3], [0.5], [-1]);
        var first = Math.Tanh((2 * 0.5) + 0.5 - 1);

        AssertClose(
            [first, Math.Tanh((2 * -1) + (3 * first) + 0.5 - 1)], ReferenceRecurrent.Forward(Cell.Rnn, [0.5, -1], [weights], 1, 2, 1, 1));
    }

    [Fact]
    public void An_lstm_has_its_gates_in_the_order_input_forget_cell_output()
    {
        // No weight on what comes in: only biases. Sigmoid of ln 3 is 3/4, of ln 4 is 4/5, of −ln 3 is 1/4; tanh of (ln 3) / 2 is 1/2.
        var weights = new ReferenceRecurrentWeights(
            [0, 0, 0, 0], [0, 0, 0, 0], [Math.Log(3), Math.Log(4), Math.Log(3) / 2, 0], [0, 0, 0, -Math.Log(3)]);
        var (hidden, state) = ReferenceRecurrent.Forward(Cell.Lstm, [0, 0], [weights], 1, 2, 1, 1, null);
        var (first, second) = (3.0 / 4 / 2, (4.0 / 5 * 3 / 8) + (3.0 / 8));

        AssertClose([Math.Tanh(first) / 4, Math.Tanh(second) / 4], hidden);
        AssertClose([second], state[0].Memory);
    }

    [Fact]
    public void A_gru_has_its_gates_in_the_order_reset_update_new()
    {
        // Reset is 3/4, update 1/5. What it holds, 2, goes into the new value by a weight of 1/3 and a bias of 1/3: their sum is 1.
        var weights = new ReferenceRecurrentWeights([0, 0, 0], [0, 0, 1.0 / 3], [Math.Log(3), -Math.Log(4), -0.25], [0, 0, 1.0 / 3]);
        var (hidden, _) = ReferenceRecurrent.Forward(Cell.Gru, [0], [weights], 1, 1, 1, 1, [new([2], [])]);

        AssertClose([(4.0 / 5 * Math.Tanh(0.75 - 0.25)) + (2.0 / 5)], hidden);
    }

    [Theory]
    [InlineData(Cell.Rnn)]
    [InlineData(Cell.Lstm)]
    [InlineData(Cell.Gru)]
    public void Reading_place_by_place_is_reading_in_one_go(Cell cell)
    {
        const int batch = 2, length = 3, inputs = 2, hidden = 3;
        var sums = cell.Gates() * hidden;
        ReferenceRecurrentWeights Layer(int from, int seed) =>
            new(
                ReferenceFormula.Draw(sums * from, seed),
                ReferenceFormula.Draw(sums * hidden, seed + 1),
                ReferenceFormula.Draw(sums, seed + 2),
                ReferenceFormula.Draw(sums, seed + 3));
        ReferenceRecurrentWeights[] layers = [Layer(inputs, 1), Layer(hidden, 5)];
        var x = ReferenceFormula.Draw(batch * length * inputs, seed: 9);
        var whole = ReferenceRecurrent.Forward(cell, x, layers, batch, length, inputs, hidden);

        ReferenceRecurrentState[]? state = null;
        for (var place = 0; place < length; place++)
        {
            double[] At(double[] values, int size) =>
                [.. Enumerable.Range(0, batch).SelectMany(example => values.Skip(((example * length) + place) * size).Take(size))];
            (var read, state) = ReferenceRecurrent.Forward(cell, At(x, inputs), layers, batch, 1, inputs, hidden, state);
            Assert.Equal(At(whole, hidden), read);
            Assert.Equal(read, state[^1].Hidden);
        }
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
