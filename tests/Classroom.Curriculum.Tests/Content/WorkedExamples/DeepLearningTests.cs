using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>The numbers in the lesson and quiz on deep learning, worked out again. What was measured in runs is not among them.</summary>
public sealed class DeepLearningTests
{
    private static Term Content => Find("deep-learning");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void The_smudged_9()
    {
        string[] pixels = ["1 1 0", "1 1 1", "0 1 1", "1 1 1", "0 1 0", "1 1 1", "1 0 1"];
        var dark = pixels.Select(bar => bar.Count(pixel => pixel == '1')).ToArray();
        var (bars, upperSum, lowerSum, digits) = Read([.. dark.Select(count => count >= 2 ? 1 : 0)]);
        var rows = Content.Lesson!.Core.Rows();

        Assert.Contains($"pixels | {string.Join(" | ", pixels)}", rows);
        Assert.Contains($"dark | {string.Join(" | ", dark)}", rows);
        Assert.Contains($"fires | {string.Join(" | ", bars)}", rows);
        Assert.Contains(
            $"Upper loop: {bars[0]} + {bars[1]} + {bars[5]} + {bars[6]} = {upperSum}. It fires.", Core, StringComparison.Ordinal);
        Assert.Contains(
            $"Lower loop: {bars[2]} + {bars[3]} + {bars[4]} + {bars[6]} = {lowerSum}. It keeps quiet.", Core, StringComparison.Ordinal);
        Assert.Contains($"8: 1 + 0 = {1 + 0}, less than 2. Quiet.", Core, StringComparison.Ordinal);
        Assert.Contains($"6: 0 − 1 = {Show(0 - 1)}. Quiet.", Core, StringComparison.Ordinal);
        Assert.Contains($"9: 1 − 0 = {1 - 0}. It fires.", Core, StringComparison.Ordinal);
        Assert.Equal([9], digits);
    }

    [Fact]
    public void Clean_digits_fire_their_own_neuron_only()
    {
        Assert.Equal([8], Read([1, 1, 1, 1, 1, 1, 1]).Digits);
        Assert.Equal([6], Read([1, 0, 1, 1, 1, 1, 1]).Digits);
        Assert.Equal([9], Read([1, 1, 1, 1, 0, 1, 1]).Digits);
    }

    [Fact]
    public void The_links_that_shared_loops_save()
    {
        Assert.Contains("4 + 4 = 8 links", Core, StringComparison.Ordinal);
        Assert.Contains($"2 × 3 = 6, which makes {4 + 4 + (2 * 3)}", Core, StringComparison.Ordinal);
        Assert.Contains($"3 × 7 = {3 * 7}", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_folds_of_0_3()
    {
        var x = 0.3;
        foreach (var (by, from) in new[] { ("2 · 0.3 − 4 · 0", 0.3), ("2 · 0.6 − 4 · 0.1", 0.6), ("2 · 0.8 − 4 · 0.3", 0.8) })
        {
            Assert.Equal(from, x, 12);
            x = Fold(x);
            Assert.Contains($"T({Show(from)}) = {by} = {Show(x)}", Deep, StringComparison.Ordinal);
        }
        Assert.Contains(
            $"0.3 · 8 = {Show(0.3 * 8)}, so we are on the third piece, {Show((0.3 * 8) - 2)} of the way along",
            Deep,
            StringComparison.Ordinal);
        Assert.Equal((0.3 * 8) - 2, x, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Folding_layers_double_the_pieces(int layers)
    {
        var count = 1 << layers;
        var tops = Enumerable.Range(0, count + 1).Select(step =>
        {
            var x = (double)step / count;
            for (var layer = 0; layer < layers; layer++)
            {
                x = Fold(x);
            }
            return x;
        });

        Assert.Equal(Enumerable.Range(0, count + 1).Select(step => (double)(step % 2)), tops);
    }

    [Fact]
    public void Holes_and_pieces()
    {
        Assert.Contains($"there are {1 << 6} holes", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"For 2¹⁰ = {Show(1 << 10)} pieces, ten folding layers need {2 * 10} neurons. One hidden layer needs at least "
                + $"{Show((1 << 10) - 1)}",
            Deep,
            StringComparison.Ordinal);

        var figure = Content.Lesson!.Deep.Html;

        Assert.All([2, 4, 6], layers => Assert.Contains($"{1 << layers} pieces, {2 * layers} ", figure, StringComparison.Ordinal));
        Assert.Contains($"For 64 pieces, 12 against at least {(1 << 6) - 1}", figure, StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_of_equal_cost()
    {
        var rows = Content.Lesson!.Deep.Rows();

        foreach (var (layers, width) in new[] { (1, 60), (2, 15), (3, 11), (4, 9), (6, 7) })
        {
            var count = Count([2, .. Enumerable.Repeat(width, layers), 2]);

            Assert.Equal((3 * width) + ((layers - 1) * (width + 1) * width) + (2 * (width + 1)), count);
            Assert.Contains(rows, row => row.StartsWith($"{layers} | {width} | {count} | ", StringComparison.Ordinal));
        }
        Assert.Contains($"3 · 11 + 2 · 12 · 11 + 2 · 12 = 33 + 264 + 24 = {Count([2, 11, 11, 11, 2])}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_of_the_labs_three_networks_is_the_smallest()
    {
        // 3 × 3 filters that keep the picture's size, then 2 × 2 pooling; 64 neurons and 10 scores at the end.
        static int Weights(params int[] filters)
        {
            var (channels, side, count) = (1, 28, 0);
            foreach (var filter in filters)
            {
                count += ((9 * channels) + 1) * filter;
                (channels, side) = (filter, side / 2);
            }

            return count + Count([channels * side * side, 64, 10]);
        }

        Assert.Contains(
            $"They have {Show(Weights(8))}, then {Show(Weights(8, 16))}, then {Show(Weights(8, 16, 32))} weights",
            Core,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Products_of_ten_factors()
    {
        Assert.Contains($"0.5¹⁰ ≈ {Fixed(Math.Pow(0.5, 10), 5)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"1.5¹⁰ ≈ {Fixed(Math.Pow(1.5, 10), 1)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"1.05¹⁰ ≈ {Fixed(Math.Pow(1.05, 10), 2)}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_questions()
    {
        var outputs = new[] { "110", "010", "111", "101" }.Select(pixels => pixels.Count(pixel => pixel == '1') >= 2 ? 1 : 0);

        Assert.Equal(outputs.Zip([1, -2, 1, 3], (output, weight) => output * weight).Sum(), Content.Answer("bars-to-a-sum"));
        Assert.Equal(1 << 5, Content.Answer("pieces-after-five"));
        Assert.Equal((3 * 5) + (8 * 3), Content.Answer("links-with-shared-shapes"));
    }

    /// <summary>The network for 8, 6 and 9, from the bars a to g onwards.</summary>
    private static (int[] Bars, int UpperSum, int LowerSum, List<int> Digits) Read(int[] bars)
    {
        var upperSum = bars[0] + bars[1] + bars[5] + bars[6];
        var lowerSum = bars[2] + bars[3] + bars[4] + bars[6];
        var (upper, lower) = (upperSum >= 4 ? 1 : 0, lowerSum >= 4 ? 1 : 0);
        var digits = new List<int>();
        if (upper + lower >= 2)
        {
            digits.Add(8);
        }
        if (lower - upper >= 1)
        {
            digits.Add(6);
        }
        if (upper - lower >= 1)
        {
            digits.Add(9);
        }
        return (bars, upperSum, lowerSum, digits);
    }

    private static double Fold(double x) => (2 * Math.Max(0, x)) - (4 * Math.Max(0, x - 0.5));

    /// <summary>Weights and biases of dense layers of these sizes, the inputs first.</summary>
    private static int Count(int[] sizes) => sizes.Zip(sizes.Skip(1), (from, to) => (from + 1) * to).Sum();
}
