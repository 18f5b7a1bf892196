using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>The numbers in the lesson and quiz on activation functions, worked out again.</summary>
public sealed class ActivationFunctionTests
{
    private static readonly Lazy<Term> Content = new(() => Curriculum.Load(Curriculum.DefaultFolder).Find("activation-function")!);

    private static string Core => Content.Value.Lesson!.Core.Text;

    private static string Deep => Content.Value.Lesson!.Deep.Text;

    [Fact]
    public void The_barrel_with_an_overflow()
    {
        Assert.Equal(0, Relu(60 - 100), 12);
        Assert.Contains($"130 litres run in. Now {Text(Relu(130 - 100))} litres come out", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_layers_without_a_bend_melt()
    {
        foreach (var x in new[] { 2.0, -2 })
        {
            Assert.Equal(Second(First(x)), (6 * x) - 1, 12);
        }
        Assert.Contains($"y = 2 × 2 + 1 = {Text(First(2))}, and z = 3 × 5 − 4 = {Text(Second(First(2)))}", Core, StringComparison.Ordinal);
        Assert.Contains($"y = {Text(First(-2))}, z = {Text(Second(First(-2)))}. One layer: 6 × (−2) − 1 = {Text((6 * -2) - 1)}", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void With_ReLU_in_between_they_do_not()
    {
        var rows = Cells(Content.Value.Lesson!.Core.Html);
        double Bent(double x) => Second(Relu(First(x)));

        foreach (var x in new[] { -2.0, 0, 2 })
        {
            Assert.Contains($"{Text(x)}|{Text(First(x))}|{Text(Relu(First(x)))}|3 × {Text(Relu(First(x)))} − 4 = {Text(Bent(x))}|", rows, StringComparison.Ordinal);
        }
        Assert.Contains($"z goes up by {Text(Bent(0) - Bent(-2))}. From 0 to 2, it goes up by {Text(Bent(2) - Bent(0))}", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tent_from_three_bends()
    {
        foreach (var x in new[] { 0.0, 1, 2, 3 })
        {
            var (left, middle, right) = (Relu(x), Relu(x - 1), Relu(x - 2));

            Assert.Contains($"x = {Text(x)}: {Text(left)} − 2 × {Text(middle)} + {Text(right)} = {Text(left - (2 * middle) + right)}", Core, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Two_layers_of_matrices_melt_into_one()
    {
        double[][] first = [[1, 2], [0, 1]], second = [[2, 0], [1, -1]];
        double[] bias1 = [1, -1], bias2 = [0, 3], input = [1, 1];
        var hidden = Layer(first, bias1, input);
        var output = Layer(second, bias2, hidden);
        double[][] melted = [.. second.Select(row => new[] { (row[0] * first[0][0]) + (row[1] * first[1][0]), (row[0] * first[0][1]) + (row[1] * first[1][1]) })];
        var bias = Layer(second, bias2, bias1);

        Assert.Equal(output, Layer(melted, bias, input));
        Assert.Contains($"1 · 1 + 2 · 1 + 1 = {Text(hidden[0])} and 0 · 1 + 1 · 1 − 1 = {Text(hidden[1])}", Deep, StringComparison.Ordinal);
        Assert.Contains($"2 · 4 + 0 · 0 + 0 = {Text(output[0])} and 1 · 4 − 1 · 0 + 3 = {Text(output[1])}", Deep, StringComparison.Ordinal);
        Assert.Contains($"The melted layer has the rows ({string.Join(", ", melted[0].Select(Text))}) and ({string.Join(", ", melted[1].Select(Text))})", Deep, StringComparison.Ordinal);
        Assert.Contains($"2 · 1 + 0 · (−1) + 0 = {Text(bias[0])} and 1 · 1 − 1 · (−1) + 3 = {Text(bias[1])}", Deep, StringComparison.Ordinal);
        Assert.Contains($"2 · 1 + 4 · 1 + 2 = {Text(output[0])} and 1 · 1 + 1 · 1 + 5 = {Text(output[1])}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slopes_of_sigmoid()
    {
        static double Slope(double z) => Sigmoid(z) * (1 - Sigmoid(z));

        Assert.Contains($"the slope 0.5 · 0.5 = {Text(Slope(0))}", Deep, StringComparison.Ordinal);
        Assert.Contains($"1 / (1 + {Fixed(Math.Exp(-2), 3)}) ≈ {Fixed(Sigmoid(2), 3)} and the slope {Fixed(Sigmoid(2), 3)} · {Fixed(1 - Sigmoid(2), 3)} ≈ {Fixed(Slope(2), 3)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"the output is {Fixed(Sigmoid(6), 4)} and the slope about {Fixed(Slope(6), 4)}: a hundred times smaller", Deep, StringComparison.Ordinal);
        Assert.InRange(Slope(0) / Slope(6), 95, 105);
        Assert.Contains($"0.25¹⁰ ≈ {Fixed(Math.Pow(0.25, 10), 8)}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void Tanh_from_sigmoid()
    {
        Assert.Equal(Math.Tanh(1), (2 * Sigmoid(2)) - 1, 12);
        Assert.Contains($"2 · {Fixed(Sigmoid(2), 4)} − 1 = {Fixed(Math.Tanh(1), 4)}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void Softmax_of_the_scores_2_1_0_and_of_twice_as_much()
    {
        var powers = new[] { 2.0, 1, 0 }.Select(Math.Exp).ToArray();
        var shares = Softmax(2, 1, 0);

        Assert.Contains($"add up to {Fixed(powers.Sum(), 3)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"{Fixed(powers[0], 3)} / {Fixed(powers.Sum(), 3)} ≈ {Fixed(shares[0], 3)}, {Fixed(powers[1], 3)} / {Fixed(powers.Sum(), 3)} ≈ {Fixed(shares[1], 3)} and 1 / {Fixed(powers.Sum(), 3)} ≈ {Fixed(shares[2], 3)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"The scores 4, 2, 0 become {string.Join(", ", Softmax(4, 2, 0).Take(2).Select(share => Fixed(share, 3)))} and {Fixed(Softmax(4, 2, 0)[2], 3)}", Content.Value.Lesson!.Deep.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_questions_and_the_order_of_outputs()
    {
        Assert.Equal((2 * Relu(4 - 1)) - (3 * Relu(4 - 3)), Answer("two-bends-added"), 12);
        Assert.Equal(0.8 * (1 - 0.8), Answer("slope-from-output"), 12);

        double[] outputs = [Math.Tanh(-2), Relu(-2), Sigmoid(-2), Sigmoid(2), Relu(2)];

        Assert.Equal(outputs.Order(), outputs);
    }

    private static double First(double x) => (2 * x) + 1;

    private static double Second(double y) => (3 * y) - 4;

    private static double Relu(double sum) => Math.Max(0, sum);

    private static double Sigmoid(double sum) => 1 / (1 + Math.Exp(-sum));

    private static double[] Softmax(params double[] scores)
    {
        var total = scores.Sum(Math.Exp);
        return [.. scores.Select(score => Math.Exp(score) / total)];
    }

    private static double[] Layer(double[][] weights, double[] biases, double[] input) =>
        [.. weights.Zip(biases, (row, bias) => row.Zip(input, (weight, value) => weight * value).Sum() + bias)];

    private static string Text(double value) => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Fixed(double value, int digits) => value.ToString("F" + digits, CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>The tables of a page, with a | after each cell.</summary>
    private static string Cells(string html) => WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(html, @"</t[dh]>\s*", "|"), "<[^>]+>", ""));

    private static double Answer(string id) => (double)Content.Value.Quiz!.Questions.OfType<NumberQuestion>().Single(question => question.Id == id).Answer;
}
