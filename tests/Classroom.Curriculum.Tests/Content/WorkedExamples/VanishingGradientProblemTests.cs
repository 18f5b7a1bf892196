using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class VanishingGradientProblemTests
{
    private static Term Content => Find("vanishing-gradient-problem");

    private static string Core => Content.Lesson!.Core.Words();

    private static string Deep => Content.Lesson!.Deep.Words();

    [Fact]
    public void Five_panes_of_dark_glass()
    {
        Assert.Equal(1 / 16.0, Math.Pow(0.25, 2));
        Assert.True(Math.Pow(0.25, 5) < 0.001);
        Assert.Contains($"1 over {Math.Pow(4, 4)} in layer 1", Content.Lesson!.Core.Html);
    }

    [Fact]
    public void The_message_through_four_layers_in_four_cases()
    {
        (double Weight, double Slope)[] cases = [(1, 0.25), (2, 0.25), (1, 1), (2, 1)];
        var factors = cases.Select(item => item.Weight * item.Slope).ToList();

        Assert.Contains(
            $"weight {Row(cases.Select(item => item.Weight))} slope {Row(cases.Select(item => item.Slope))} factor {Row(factors)}", Core);
        for (var layer = 4; layer >= 1; layer--)
        {
            Assert.Contains($"layer {layer} {Row(factors.Select(factor => 0.8 * Math.Pow(factor, 4 - layer)))}", Core);
        }
        Assert.Contains($"0.8 ÷ 0.0125 = {Fixed(0.8 / (0.8 * Math.Pow(0.25, 3)), 0)}", Core);

        static string Row(IEnumerable<double> values) => string.Join(' ', values.Select(value => Show(value, 4)));
    }

    [Fact]
    public void The_slope_of_the_sigmoid()
    {
        Assert.Equal(0.25, Slope(Sigmoid(0)));
        Assert.All(Enumerable.Range(-100, 201), i => Assert.True(Slope(Sigmoid(i / 10.0)) <= 0.25));
        Assert.Contains($"σ′(3) ≈ {Fixed(Slope(Sigmoid(3)), 3)}", Deep);
    }

    [Fact]
    public void Three_sigmoid_neurons_forward_and_back()
    {
        double[] w = [1, 2, 2];
        double[] z = new double[3], h = new double[3], delta = new double[3];
        for (var l = 0; l < 3; l++)
        {
            z[l] = w[l] * (l == 0 ? 1 : h[l - 1]);
            h[l] = Sigmoid(z[l]);
            Assert.Contains($"{l + 1} {Show(z[l], 4)} {Fixed(h[l], 4)} {Fixed(Slope(h[l]), 4)}", Deep);
        }
        for (var l = 2; l >= 0; l--)
        {
            delta[l] = (l == 2 ? h[2] : delta[l + 1] * w[l + 1]) * Slope(h[l]);
        }

        Assert.Contains($"0.8353 · 0.1376 ≈ {Fixed(delta[2], 4)}", Deep);
        Assert.Contains($"0.1149 · 2 · 0.1527 ≈ {Fixed(delta[1], 4)}", Deep);
        Assert.Contains($"0.0351 · 2 · 0.1966 ≈ {Fixed(delta[0], 4)}", Deep);
        Assert.Contains($"0.1149 · 0.8119 ≈ {Fixed(delta[2] * h[1], 4)}", Deep);
        Assert.Contains($"0.0138 / 0.1149 ≈ {Fixed(100 * delta[0] / delta[2], 0)}%", Deep);

        // The gradient of the first weight, checked by moving it a little.
        double loss(double first) => 0.5 * Math.Pow(Sigmoid(2 * Sigmoid(2 * Sigmoid(first))), 2);
        Assert.Equal((loss(1 + 1e-6) - loss(1 - 1e-6)) / 2e-6, delta[0], 8);
    }

    [Fact]
    public void Ten_layers_with_and_without_shortcuts()
    {
        Assert.Equal(1, Math.Pow(0.1, 10) * 1e10, 12);
        Assert.Contains($"1.1¹⁰ ≈ {Fixed(Math.Pow(1.1, 10), 2)}", Deep);
        Assert.Contains($"0.9¹⁰ ≈ {Fixed(Math.Pow(0.9, 10), 2)}", Deep);
    }

    [Fact]
    public void How_far_back_a_gradient_lives()
    {
        var gate = Sigmoid(3);
        Assert.Contains($"σ(3) ≈ {Fixed(gate, 4)}", Deep);
        Assert.Contains($"ln 0.01 / ln 0.6 ≈ {Fixed(Math.Log(0.01) / Math.Log(0.6), 1)} steps", Deep);
        Assert.Contains($"ln 0.01 / ln 0.9526 ≈ {Fixed(Math.Log(0.01) / Math.Log(0.9526), 1)}", Deep);
        Assert.Contains($"0.9526⁶⁰ ≈ {Fixed(Math.Pow(gate, 60), 2)}", Deep);
        Assert.Contains($"{Fixed(Sigmoid(1), 4)}⁶⁰ ≈ {Fixed(Math.Pow(Sigmoid(1), 60) * 1e9, 0)} · 10⁻⁹", Deep);

        // The ends of the two lines in the chart.
        Assert.Equal("0.05", Fixed(Math.Pow(gate, 60), 2));
        Assert.Equal("5", Fixed(Math.Pow(0.6, 60) * 1e14, 0));
    }

    [Fact]
    public void The_start_that_many_programs_use()
    {
        // Uniform between −a and a has the variance a² / 3; a² is 1/n, and half of the neurons are active.
        var squared = 1 / 3.0 / 2;
        Assert.Equal(1 / 6.0, squared, 12);
        Assert.Contains($"the length by about {Fixed(Math.Sqrt(squared), 2)}", Deep);
        Assert.Contains($"√(1/3) ≈ {Fixed(Math.Sqrt(1 / 3.0), 2)}", Deep);
    }

    [Fact]
    public void The_numbers_asked_for_in_the_quiz()
    {
        Assert.Equal(0.6m * (1.5m * 0.2m) * (1.5m * 0.2m), Content.Answer("message-at-layer-one"));
        double[] bars = [0.002, 0.01, 0.05, 0.25];
        Assert.All(
            bars.Zip(bars.Skip(1)), pair => Assert.Equal((double)Content.Answer("factor-from-the-bars"), pair.First / pair.Second, 12));
        Assert.Equal(["0.001", "0.35", "58"], [Fixed(Math.Pow(0.5, 10), 3), Fixed(Math.Pow(0.9, 10), 2), Fixed(Math.Pow(1.5, 10), 0)]);
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Slope(double output) => output * (1 - output);
}
