using Classroom.Curriculum.Lessons;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class ConvolutionalNeuralNetworkTests
{
    private static readonly int[] Filter = [-1, 2, -1];

    // The letter T: a bar on top, a stem in the middle.
    private static readonly int[][] Picture = [[1, 1, 1, 1, 1], [0, 0, 1, 0, 0], [0, 0, 1, 0, 0], [0, 0, 1, 0, 0], [0, 0, 1, 0, 0]];

    private static LessonLevel Core => Find("convolutional-neural-network").Lesson!.Core;

    private static string Deep => Find("convolutional-neural-network").Lesson!.Deep.Words();

    [Fact]
    public void The_nine_windows_of_the_letter_T()
    {
        var sums = new int[3, 3];
        for (var top = 0; top < 3; top++)
        {
            for (var left = 0; left < 3; left++)
            {
                sums[top, left] = Enumerable.Range(0, 9).Sum(place => Picture[top + place / 3][left + place % 3] * Filter[place % 3]);
                var window = $"rows {top + 1}–{top + 3}, columns {left + 1}–{left + 3} |";
                var row = Assert.Single(Core.Rows(), row => row.StartsWith(window, StringComparison.Ordinal));
                Assert.EndsWith($"| {Show(sums[top, left])}", row, StringComparison.Ordinal);
            }
        }

        string[] names = ["top", "middle", "bottom"];
        for (var top = 0; top < 3; top++)
        {
            var bent = Enumerable.Range(0, 3).Select(left => Math.Max(0, sums[top, left]));
            Assert.Contains(
                Core.Rows(), row => row.Replace("<strong>", "", StringComparison.Ordinal) == $"{names[top]} | {string.Join(" | ", bent)}");
        }
    }

    [Fact]
    public void Every_weight_of_the_labs_network()
    {
        int[] layers = [(9 * 1 + 1) * 8, (9 * 8 + 1) * 16, (16 * 7 * 7 + 1) * 64, (64 + 1) * 10];

        Assert.All(layers, layer => Assert.Contains($"= {Show(layer)}", Deep, StringComparison.Ordinal));
        Assert.Contains($"only {Show(layers[0] + layers[1])} of the {Show(layers.Sum())} weights", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"784 · {Show(8 * 784)} + {Show(8 * 784)} = {Show(784 * 8 * 784 + 8 * 784)} weights instead of {layers[0]}",
            Deep,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_receptive_field_grows_layer_by_layer()
    {
        // Each layer adds (its width − 1) steps of what lies between neighbors so far.
        var (field, apart) = (1, 1);
        var fields = new List<int>();
        foreach (var (width, stride) in new[] { (3, 1), (2, 2), (3, 1), (2, 2) })
        {
            field += (width - 1) * apart;
            apart *= stride;
            fields.Add(field);
        }

        Assert.Contains(
            $"it is {fields[0]} pixels wide, and after pooling 3 + 1 = {fields[1]}, since neighbors are one pixel apart. From here "
                + $"neighbors are 2 pixels apart, so the second convolution adds 2 · 2 and makes it {fields[2]}, and the second pooling "
                + $"adds 1 · 2 and makes it {fields[3]}. Each of those values sees {fields[3]} × {fields[3]} pixels",
            Deep,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_quiz_asks_for_weights_and_biases_together()
    {
        var content = Find("convolutional-neural-network");

        Assert.Contains(
            "How many weights and biases are there altogether?",
            content.Quiz!.Find("why-few-weights")!.PromptText,
            StringComparison.Ordinal);
        Assert.Equal(((3 * 3) + 1) * 8, content.Answer("why-few-weights"));
    }

    [Fact]
    public void A_shifted_row_gives_the_shifted_answer()
    {
        string Slide(params int[] row) =>
            string.Join(
                ", ",
                Enumerable.Range(0, row.Length - 2)
                    .Select(left => Show(Enumerable.Range(0, 3).Sum(place => row[left + place] * Filter[place]))));

        Assert.Contains($"The five sums are {Slide(0, 0, 1, 0, 0, 0, 0)}.", Deep, StringComparison.Ordinal);
        Assert.Contains($"and they are {Slide(0, 0, 0, 1, 0, 0, 0)}:", Deep, StringComparison.Ordinal);
    }
}
