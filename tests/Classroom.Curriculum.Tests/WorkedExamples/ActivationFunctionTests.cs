using System.Globalization;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class ActivationFunctionTests
{
    private static readonly Lazy<Term> Activation = new(() => Curriculum.Load(Curriculum.DefaultFolder).Find("activation-function")!);

    private static string Core => Activation.Value.Lesson!.Core.Text;

    private static string Deep => Activation.Value.Lesson!.Deep.Text;

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
        var rows = Activation.Value.Lesson!.Core.Html.Split("<tr>");
        for (var spoons = 0; spoons <= 6; spoons++)
        {
            var (a, b, c) = (Math.Max(0, spoons), Math.Max(0, spoons - 2), Math.Max(0, spoons - 4));
            int[] expected = [spoons, a, b, 2 * b, c, a - (2 * b) + c];
            Assert.Contains(rows, row => row.Split("</td>")[..^1].Select(cell => cell[(cell.LastIndexOf('>') + 1)..]).SequenceEqual(expected.Select(number => $"{number}")));
        }
    }

    [Fact]
    public void Without_ReLU_the_hat_is_flat()
    {
        Assert.All(Enumerable.Range(0, 7), spoons => Assert.Equal(0, spoons - (2 * (spoons - 2)) + (spoons - 4)));
        Assert.Contains("A is 1, B is 1 − 2 = −1, and C is 1 − 4 = −3. The output is 1 − 2 × (−1) + (−3) = 1 + 2 − 3 = 0.", Core, StringComparison.Ordinal);
        Assert.Contains("3 − 2 × 1 + (−1) = 0", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_values_that_the_figure_of_four_shows()
    {
        var figure = File.ReadAllText(Path.Combine(Curriculum.DefaultFolder, "activation-function", "figures", "four.svg"));

        foreach (var sum in new[] { -1.0, 2.0 })
        {
            Assert.Contains($">{Text(Sigmoid(sum), 2)}<", figure, StringComparison.Ordinal);
            Assert.Contains($">{Text(Math.Tanh(sum), 2)}<", figure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Weights_with_and_without_a_hidden_layer()
    {
        var (hidden, output, single) = ((784 + 1) * 64, (64 + 1) * 10, (784 + 1) * 10);

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"has {hidden:N0} + {output} = {hidden + output:N0} weights and biases"), Deep, StringComparison.Ordinal);
        Assert.Contains(single.ToString("N0", CultureInfo.InvariantCulture), Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void Slopes_at_a_large_sum()
    {
        var sigmoid = Sigmoid(4) * (1 - Sigmoid(4));
        var tanh = 1 - (Math.Tanh(4) * Math.Tanh(4));

        Assert.Contains($"at z = 4 their slopes are about {Text(sigmoid, 3)} and {Text(tanh, 4)}", Deep, StringComparison.Ordinal);
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
        Assert.Contains($"h₁ = {Text(first, 0)} and h₂ = {Text(second, 0)}, so y = −6 + 3 + 2 = {Text(Output(first, second), 0)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"With ReLU both sums become 0 and y = {Output(Math.Max(0, first), Math.Max(0, second))}.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parabola_from_three_neurons()
    {
        foreach (var x in new[] { 0.5, 1.5, 2.5, 4 })
        {
            var parts = new[] { Relu(x), 2 * Relu(x - 1), 2 * Relu(x - 2) };
            Assert.Contains($"{string.Join(" + ", parts.Select(part => Text(part, 2)))} = {Text(parts.Sum(), 2)}</td>", Activation.Value.Lesson!.Deep.Html, StringComparison.Ordinal);
            Assert.Contains($">{Text(parts.Sum() - (x * x), 2)}</td>", Activation.Value.Lesson!.Deep.Html, StringComparison.Ordinal);
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

        Assert.Contains($"{Text(powers[0], 3)}, {Text(powers[1], 3)} and 1, their sum is {Text(powers.Sum(), 3)}", Deep, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{shares[0]:0.000}, {shares[1]:0.000} and {shares[2]:0.000}."),
            Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_that_the_quiz_asks_for()
    {
        Assert.Equal(Relu((2 * 3) - 1) + (4 * Relu((-1 * 3) + 1)) + 2, (double)Number("two-neurons-one-output").Answer);
        Assert.Equal(0.9 * (1 - 0.9), (double)Number("slope-of-a-sigmoid").Answer, 9);
    }

    private static NumberQuestion Number(string id) => Activation.Value.Quiz!.Questions.OfType<NumberQuestion>().Single(question => question.Id == id);

    private static double Relu(double sum) => Math.Max(0, sum);

    private static double Sigmoid(double sum) => 1 / (1 + Math.Exp(-sum));

    // The height at x of the straight pieces that meet the square at multiples of the width.
    private static double Chord(double x, double width)
    {
        var left = Math.Floor(x / width) * width;
        return (left * left) + (((2 * left) + width) * (x - left));
    }

    private static string Text(double value, int digits) =>
        Math.Round(value, digits).ToString("0." + new string('#', Math.Max(1, digits)), CultureInfo.InvariantCulture).Replace('-', '−');
}
