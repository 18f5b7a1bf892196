using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>The numbers in the lesson and quiz on artificial neural networks, worked out again.</summary>
public sealed class ArtificialNeuralNetworkTests
{
    private static Term Content => Find("artificial-neural-network");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void The_light_on_the_stairs_in_all_four_cases()
    {
        var rows = Content.Lesson!.Core.Rows();

        foreach (var (a, b) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            double[] sums = [a + b, a + b - 1];
            var hidden = Hidden([[1, 1], [1, 1]], [0, -1], [a, b]);
            var output = Dot([1, -2], hidden);

            Assert.Equal(a != b ? 1 : 0, output, 12);
            Assert.Contains(
                $"{a} | {b} | {a} + {b} + 0 = {Show(sums[0])} → {Show(hidden[0])} | {a} + {b} − 1 = {Show(sums[1])} → {Show(hidden[1])} "
                    + $"| 1 × {Show(hidden[0])} − 2 × {Show(hidden[1])} = {Show(output)}",
                rows);
        }
    }

    [Fact]
    public void The_numbers_that_the_stairs_network_has()
    {
        Assert.Equal(9, Count(2, 2, 1));
        Assert.Contains("4 + 2 + 2 + 1 = 9", Core, StringComparison.Ordinal);
        Assert.Equal(13, Count(2, 3, 1));
        Assert.Contains("6 + 3 + 3 + 1 = 13 numbers", Content.Lesson!.Core.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_neuron_of_the_first_figure() => Assert.Equal(4, Dot([3, -1], [2, 3]) + 1, 12);

    [Fact]
    public void The_light_for_both_the_same_needs_only_another_output_neuron() =>
        Assert.All([(0, 0), (0, 1), (1, 0), (1, 1)], pair =>
            Assert.Equal(
                pair.Item1 == pair.Item2 ? 1 : 0, Dot([-1, 2], Hidden([[1, 1], [1, 1]], [0, -1], [pair.Item1, pair.Item2])) + 1, 12));

    [Fact]
    public void One_neuron_gets_at_most_three_of_the_four_cases_right()
    {
        var steps = Enumerable.Range(-12, 25).Select(step => step / 4.0).ToList();
        var best = (from w1 in steps
                    from w2 in steps
                    from b in steps
                    select new[] { (0, 0), (0, 1), (1, 0), (1, 1) }
            .Count(pair => ((w1 * pair.Item1) + (w2 * pair.Item2) + b >= 0) == (pair.Item1 != pair.Item2))).Max();

        Assert.Equal(3, best);
        Assert.Contains("three of the four cases is the best that one neuron can do", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_that_holds_a_digit_reader()
    {
        Assert.Contains(
            $"(784 + 1) · 32 + (32 + 1) · 10 = {Show(Count(784, 32))} + {Show(Count(32, 10))} = {Show(Count(784, 32, 10))}",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains($"a file of {Show(4 * Count(784, 32, 10))} bytes", Deep, StringComparison.Ordinal);

        const int Multiplications = (784 * 32) + (32 * 10);

        Assert.Contains($"{Show(Multiplications)} multiplications", Deep, StringComparison.Ordinal);
        Assert.Contains($"about {Show((int)Math.Round(1e9 / Multiplications, 0) / 1000 * 1000)} digits", Deep, StringComparison.Ordinal);
        Assert.Contains($"The first is {Show(Count(784, 64, 10))}.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_forward_pass_with_three_hidden_neurons()
    {
        double[] input = [1, 2];
        double[][] weights = [[1, 0.5], [-1, 1], [0.5, -1]];
        double[] biases = [0, -0.5, 1];
        var sums = weights.Zip(biases, (row, bias) => Dot(row, input) + bias).ToArray();
        var hidden = Hidden(weights, biases, input);
        var first = Dot([1, -2, 3], hidden) + 0.5;
        var second = Dot([-0.5, 2, 1], hidden) + 1;

        Assert.Contains($"1 · 1 + 0.5 · 2 + 0 = {Show(sums[0])}", Deep, StringComparison.Ordinal);
        Assert.Contains($"−1 · 1 + 1 · 2 − 0.5 = {Show(sums[1])}", Deep, StringComparison.Ordinal);
        Assert.Contains($"0.5 · 1 − 1 · 2 + 1 = {Show(sums[2])}", Deep, StringComparison.Ordinal);
        Assert.Contains($"h = ({string.Join(", ", hidden.Select(value => Show(value)))})", Deep, StringComparison.Ordinal);
        Assert.Contains($"1 · 2 − 2 · 0.5 + 3 · 0 + 0.5 = {Show(first)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"−0.5 · 2 + 2 · 0.5 + 1 · 0 + 1 = {Show(second)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"9 + 8 = {Count(2, 3, 2)} numbers", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_orders_of_four_hidden_neurons() =>
        Assert.Contains(
            $"For four hidden neurons that makes {Enumerable.Range(1, 4).Aggregate((product, factor) => product * factor)} sets of weights",
            Deep,
            StringComparison.Ordinal);

    [Fact]
    public void The_number_questions()
    {
        Assert.Equal(Count(3, 4, 2), Content.Answer("count-three-four-two"));
        Assert.Equal(Dot([3, 5], Hidden([[1, 1], [2, -1]], [-1, -1], [1, 2])) - 2, (double)Content.Answer("through-the-small-network"), 12);
    }

    private static double Dot(double[] weights, double[] values) => weights.Zip(values, (weight, value) => weight * value).Sum();

    private static double[] Hidden(double[][] weights, double[] biases, double[] input) =>
        [.. weights.Zip(biases, (row, bias) => Math.Max(0, Dot(row, input) + bias))];

    /// <summary>Weights and biases of dense layers of these sizes, the inputs first.</summary>
    private static int Count(params int[] sizes) => sizes.Zip(sizes.Skip(1), (from, to) => (from + 1) * to).Sum();
}
