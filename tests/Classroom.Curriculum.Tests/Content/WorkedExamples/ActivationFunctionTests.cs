using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class ActivationFunctionTests
{
    private static Term Content => Find("activation-function");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void Two_straight_neurons_in_a_row_are_one()
    {
        static int First(int x) => (2 * x) + 1;
        static int Second(int x) => (3 * x) - 2;
        static int Single(int x) => (6 * x) + 1;

        Assert.All(Enumerable.Range(-10, 21), x => Assert.Equal(Single(x), Second(First(x))));
        Assert.Contains($"first 2 × 5 + 1 = {First(5)}, then 3 × {First(5)} − 2 = {Second(First(5))}.", Core, StringComparison.Ordinal);
        Assert.Contains($"6 × 5 + 1 = {Single(5)}", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hat_of_the_cocoa()
    {
        var rows = Content.Lesson!.Core.Rows();
        for (var spoons = 0; spoons <= 6; spoons++)
        {
            var (a, b, c) = (Math.Max(0, spoons), Math.Max(0, spoons - 2), Math.Max(0, spoons - 4));
            int[] expected = [spoons, a, b, 2 * b, c, a - (2 * b) + c];
            Assert.Contains(string.Join(" | ", expected), rows);
        }
    }

    [Fact]
    public void Without_ReLU_the_hat_is_flat()
    {
        Assert.All(Enumerable.Range(0, 7), spoons => Assert.Equal(0, spoons - (2 * (spoons - 2)) + (spoons - 4)));
        Assert.Contains(
            "A is 1, B is 1 − 2 = −1, and C is 1 − 4 = −3. The output is 1 − 2 × (−1) + (−3) = 1 + 2 − 3 = 0.", Core,
            StringComparison.Ordinal);
        Assert.Contains("3 − 2 × 1 + (−1) = 0", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_values_that_the_figure_of_four_shows()
    {
        var figure = Source("activation-function", "figures/four.svg");

        foreach (var sum in new[] { -1.0, 2.0 })
        {
            Assert.Contains($">{Show(Sigmoid(sum), 2)}<", figure, StringComparison.Ordinal);
            Assert.Contains($">{Show(Math.Tanh(sum), 2)}<", figure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Weights_with_and_without_a_hidden_layer()
    {
        var (hidden, output, single) = ((784 + 1) * 64, (64 + 1) * 10, (784 + 1) * 10);

        Assert.Contains($"has {Show(hidden)} + {output} = {Show(hidden + output)} weights and biases", Deep, StringComparison.Ordinal);
        Assert.Contains(Show(single), Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void Slopes_at_a_large_sum()
    {
        var sigmoid = Sigmoid(4) * (1 - Sigmoid(4));
        var tanh = 1 - (Math.Tanh(4) * Math.Tanh(4));

        Assert.Contains($"at z = 4 their slopes are about {Show(sigmoid, 3)} and {Show(tanh, 4)}", Deep, StringComparison.Ordinal);
        Assert.All(new[] { -2.0, 0.3, 1.7 }, z => Assert.Equal(Math.Tanh(z), (2 * Sigmoid(2 * z)) - 1, 12));
    }

    [Fact]
    public void A_collapse_and_how_ReLU_prevents_it()
    {
        static (int First, int Second) Sums(int x1, int x2) => (x1 + (2 * x2) + 1, x2 - 1);
        static int Output(int h1, int h2) => (3 * h1) - h2 + 2;

        for (var x1 = -3; x1 <= 3; x1++)
        {
            for (var x2 = -3; x2 <= 3; x2++)
            {
                var (h1, h2) = Sums(x1, x2);
                Assert.Equal((3 * x1) + (5 * x2) + 6, Output(h1, h2));
            }
        }

        var (first, second) = Sums(1, -2);
        Assert.Contains(
            $"h₁ = {Show(first, 0)} and h₂ = {Show(second, 0)}, so y = −6 + 3 + 2 = {Show(Output(first, second), 0)}",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains(
            $"With ReLU both sums become 0 and y = {Output(Math.Max(0, first), Math.Max(0, second))}.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parabola_from_three_neurons()
    {
        foreach (var x in new[] { 0.5, 1.5, 2.5, 4 })
        {
            var parts = new[] { Relu(x), 2 * Relu(x - 1), 2 * Relu(x - 2) };
            Assert.Contains(
                $"{string.Join(" + ", parts.Select(part => Show(part, 2)))} = {Show(parts.Sum(), 2)}</td>",
                Content.Lesson!.Deep.Html,
                StringComparison.Ordinal);
            Assert.Contains($">{Show(parts.Sum() - (x * x), 2)}</td>", Content.Lesson!.Deep.Html, StringComparison.Ordinal);
        }

        // The largest error of straight pieces of width w on the square is w²/4.
        foreach (var width in new[] { 1.0, 0.5 })
        {
            var largest = Enumerable.Range(0, 3_001).Max(k => Chord(k / 1_000.0, width) - (k * k / 1e6));
            Assert.Equal(width * width / 4, largest, 6);
        }
    }

    [Fact]
    public void Softmax_of_three_scores()
    {
        var powers = new[] { 2.0, 1.0, 0.0 }.Select(Math.Exp).ToArray();
        var shares = powers.Select(power => power / powers.Sum()).ToArray();

        Assert.Contains(
            $"{Show(powers[0], 3)}, {Show(powers[1], 3)} and 1, their sum is {Show(powers.Sum(), 3)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"{Fixed(shares[0], 3)}, {Fixed(shares[1], 3)} and {Fixed(shares[2], 3)}.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_that_the_quiz_asks_for()
    {
        Assert.Equal(Relu((2 * 3) - 1) + (4 * Relu((-1 * 3) + 1)) + 2, (double)Content.Answer("two-neurons-one-output"));
        Assert.Equal(Relu(4) - Relu(4 - 1) + (2 * Relu(4 - 3)), (double)Content.Answer("sum-of-three-bends"));
        Assert.Equal(0.9 * (1 - 0.9), (double)Content.Answer("slope-of-a-sigmoid"), 9);
    }

    private static double Relu(double sum) => Math.Max(0, sum);

    private static double Sigmoid(double sum) => 1 / (1 + Math.Exp(-sum));

    // The height at x of the straight pieces that meet the square at multiples of the width.
    private static double Chord(double x, double width)
    {
        var left = Math.Floor(x / width) * width;
        return (left * left) + (((2 * left) + width) * (x - left));
    }
}
