using System.Text.Json;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Operations.Reference;
using Classroom.Training.Probes.GradientNorms;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>How far back through time a gradient reaches, compared with backpropagation through time in plain formulas.</summary>
public sealed class TimeStepGradientTests
{
    // Of the probe, with a batch size of 32.
    private const int ExamplesSeen = 32;

    [Fact]
    public void One_unit_passes_back_what_is_worked_out_by_hand()
    {
        const int Length = 12;
        var data = Examples.Rises;
        using var probed = new Probed(Examples.Config(new RnnConfig { Cell = Cell.Rnn, Hidden = 1 }), data);
        var weights = probed.Run.Parameters.Windows.ToDictionary(window => window.Name, window => Values(probed, window.Name));
        var (w, u) = (weights["recurrent.weight_ih_l0"][0], weights["recurrent.weight_hh_l0"][0]);
        var bias = weights["recurrent.bias_ih_l0"][0] + weights["recurrent.bias_hh_l0"][0];
        var (v, c) = (weights["output.weight"], weights["output.bias"]);
        var squares = new double[Length];
        for (var example = 0; example < ExamplesSeen; example++)
        {
            // h(t) = tanh(w x(t) + u h(t−1) + b)
            var hidden = new double[Length];
            for (var t = 0; t < Length; t++)
            {
                hidden[t] = Math.Tanh((w * data.Numbers.Span[(example * Length) + t]) + (u * (t > 0 ? hidden[t - 1] : 0)) + bias);
            }

            // Cross-entropy of the two logits v h(T) + c: its gradient is softmax minus what is right.
            var first = 1 / (1 + Math.Exp((v[1] * hidden[^1]) + c[1] - (v[0] * hidden[^1]) - c[0]));
            var right = data.Labels.Span[example];
            var gradient = ((v[0] * (first - (right == 0 ? 1 : 0))) + (v[1] * (1 - first - (right == 1 ? 1 : 0)))) / ExamplesSeen;
            for (var t = Length - 1; t >= 0; t--)
            {
                var sum = gradient * (1 - (hidden[t] * hidden[t]));
                squares[t] += Math.Pow(w * sum, 2);
                gradient = u * sum;
            }
        }

        Compare(squares.Select(Math.Sqrt), probed);
    }

    [Theory]
    [InlineData(Cell.Rnn, 1)]
    [InlineData(Cell.Gru, 2)]
    [InlineData(Cell.Lstm, 2)]
    public void Each_cell_passes_back_what_the_plain_formulas_say(Cell cell, int layers)
    {
        const int Hidden = 5;

        // Two numbers at each of six time steps.
        var data = Examples.Rises with { Shape = [6, 2] };
        using var probed = new Probed(Examples.Config(new RnnConfig { Cell = cell, Hidden = Hidden, Layers = layers }), data);
        ReferenceRecurrentWeights[] weights =
        [
            .. Enumerable.Range(0, layers).Select(layer => new ReferenceRecurrentWeights(
                Values(probed, $"recurrent.weight_ih_l{layer}"),
                Values(probed, $"recurrent.weight_hh_l{layer}"),
                Values(probed, $"recurrent.bias_ih_l{layer}"),
                Values(probed, $"recurrent.bias_hh_l{layer}"))),
        ];
        double[] x = [.. data.Numbers.Span[..(ExamplesSeen * 12)].ToArray().Select(number => (double)number)];
        var hidden = ReferenceRecurrent.Forward(cell, x, weights, ExamplesSeen, length: 6, inputs: 2, Hidden);
        double[] last = [.. Enumerable.Range(0, ExamplesSeen).SelectMany(example => hidden.AsSpan(LastOf(example), Hidden).ToArray())];
        var (v, c) = (Values(probed, "output.weight"), Values(probed, "output.bias"));
        var logits = ReferenceLinear.Forward(last, v, c, ExamplesSeen, Hidden, 2);
        var outputGradient = new double[hidden.Length];
        for (var example = 0; example < ExamplesSeen; example++)
        {
            var first = 1 / (1 + Math.Exp(logits[(2 * example) + 1] - logits[2 * example]));
            var off = (first - (data.Labels.Span[example] == 0 ? 1 : 0)) / ExamplesSeen;
            for (var unit = 0; unit < Hidden; unit++)
            {
                outputGradient[LastOf(example) + unit] = off * (v[unit] - v[Hidden + unit]);
            }
        }

        var (input, _) = ReferenceRecurrent.Backward(cell, x, weights, ExamplesSeen, length: 6, inputs: 2, Hidden, outputGradient);

        Compare(
            Enumerable.Range(0, 6).Select(step => Math.Sqrt(input.Where((_, place) => place / 2 % 6 == step).Sum(value => value * value))),
            probed);

        static int LastOf(int example) => ((example * 6) + 5) * Hidden;
    }

    [Fact]
    public void An_open_forget_gate_lets_a_gradient_live_where_the_plain_cell_loses_it()
    {
        var data = new TrainingConfig
        {
            Dataset = "recall",
            Data = new() { Lag = 60 },
            Model = new MlpConfig(),
            Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.1 },
            BatchSize = 32,
            Epochs = 1,
            Seed = 1,
        }.Choose(BuiltInDataSets.Get("recall")!);

        Assert.Equal(61, Norms(new RnnConfig { Cell = Cell.Rnn, Hidden = 16 }).Length);
        Assert.InRange(Ratio(new RnnConfig { Cell = Cell.Rnn, Hidden = 16 }), 0, 1e-9);
        Assert.InRange(Ratio(new RnnConfig { Cell = Cell.Lstm, Hidden = 16 }), 0, 1e-9);
        Assert.InRange(Ratio(new RnnConfig { Cell = Cell.Lstm, Hidden = 16, ForgetBias = 3 }), 0.01, 1);

        double Ratio(RnnConfig model) => Norms(model) is var norms ? norms[0] / norms[^1] : 0;

        double[] Norms(RnnConfig model)
        {
            using var probed = new Probed(Examples.Config(model), data);
            return TimeSteps(probed.Capture(ProbeKinds.GradientNorms));
        }
    }

    [Theory]
    [InlineData(Cell.Rnn)]
    [InlineData(Cell.Gru)]
    [InlineData(Cell.Lstm)]
    public void Frozen_weights_pass_a_gradient_back_as_others_do(Cell cell)
    {
        var config = Examples.Config(new RnnConfig { Cell = cell, Hidden = 4 });
        using var free = new Probed(config, Examples.Rises);
        using var frozen = new Probed(config with { From = "a run", Freeze = 1 }, Examples.Rises);

        Compare(TimeSteps(free.Capture(ProbeKinds.GradientNorms)), frozen);
    }

    [Fact]
    public void Looking_leaves_the_gradients_of_the_weights_as_they_were()
    {
        using var probed = new Probed(Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 4 }), Examples.Rises);
        probed.Run.Parameters.Gradients.Fill(7);

        probed.Capture(ProbeKinds.GradientNorms, epoch: 1);

        Assert.All(probed.Run.Parameters.Gradients.ToArray(), gradient => Assert.Equal(7, gradient));
    }

    /// <summary>Layers of points, and text, which has a loss at every character.</summary>
    [Fact]
    public void Other_networks_have_no_time_steps_in_their_frames()
    {
        using var points = new Probed(Examples.Config(new MlpConfig { Hidden = [3] }), Examples.Ring);
        using var text = new Probed(Examples.Config(new RnnConfig { Cell = Cell.Lstm, Hidden = 4 }), Examples.Sentences);

        Assert.All([points, text], probed =>
            Assert.Equal(["layers"], probed.Capture(ProbeKinds.GradientNorms).EnumerateObject().Select(field => field.Name)));
    }

    [Fact]
    public void A_frame_of_an_earlier_version_is_read_and_a_new_one_comes_back_as_it_was()
    {
        var old = FrameJson.Read<GradientNormsFrame>("""{"layers":[{"name":"output.weight","norm":0.5}]}""");
        Assert.Null(old.TimeSteps);
        Assert.Equal("""{"layers":[{"name":"output.weight","norm":0.5}]}""", FrameJson.Write(old));

        var read = FrameJson.Read<GradientNormsFrame>(FrameJson.Write(old with { TimeSteps = [2e-14, double.NaN, 0, 0.25] }));
        Assert.Equal([2e-14, null, 0, 0.25], read.TimeSteps!.Select(norm => norm is { } value && double.IsNaN(value) ? null : norm));
    }

    private static double[] Values(Probed probed, string name)
    {
        var window = probed.Run.Parameters.Windows.Single(window => window.Name == name);
        return [.. probed.Weights.Slice(window.First, window.Length).ToArray().Select(weight => (double)weight)];
    }

    private static double[] TimeSteps(JsonElement frame) => [.. frame.Items("timeSteps").Select(norm => norm.GetDouble())];

    // Four digits are in a frame.
    private static void Compare(IEnumerable<double> expected, Probed probed)
    {
        var actual = TimeSteps(probed.Capture(ProbeKinds.GradientNorms));
        Assert.Equal(expected.Count(), actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(1, pair.Second / pair.First, 1e-3));
    }
}
