using Classroom.Curriculum.Lessons;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class RecurrentNeuralNetworkTests
{
    private static LessonLevel Core => Find("recurrent-neural-network").Lesson!.Core;

    private static string Deep => Find("recurrent-neural-network").Lesson!.Deep.Words();

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void The_memory_after_each_input(params int[] inputs)
    {
        var memory = 0.0;
        foreach (var (place, input) in inputs.Index())
        {
            // As by hand: with the rounded memory of the step before.
            var sum = input + 0.5 * memory;
            var old = place == 0 ? "0" : Fixed(memory, 2);
            memory = Math.Round(Math.Tanh(sum), 2);
            Assert.Contains($"{place + 1} | {input} | 1 × {input} + 0.5 × {old} = {Fixed(sum, 2)} | {Fixed(memory, 2)}", Core.Rows());
        }
    }

    [Fact]
    public void The_table_of_tanh()
    {
        double[] sums = [0.38, 0.44, 1.00, 1.18, 1.38];

        Assert.Contains($"sum | {string.Join(" | ", sums.Select(sum => Fixed(sum, 2)))}", Core.Rows());
        Assert.Contains(
            Core.Rows(),
            row => row.EndsWith($"tanh | {string.Join(" | ", sums.Select(sum => Fixed(Math.Tanh(sum), 2)))}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_left_of_step_1_at_step_3()
    {
        var last = 0.5 * (1 - 0.83 * 0.83);
        var middle = 0.5 * (1 - 0.36 * 0.36);

        Assert.Contains($"0.5 · (1 − 0.83²) = 0.5 · {Fixed(1 - 0.83 * 0.83, 3)} ≈ {Fixed(last, 3)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"0.5 · (1 − 0.36²) = 0.5 · {Fixed(1 - 0.36 * 0.36, 3)} ≈ {Fixed(middle, 3)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"≈ {Fixed(last * middle, 3)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"0.97² ≈ {Fixed(0.97 * 0.97, 2)}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_loss_in_nats_and_the_perplexity()
    {
        double[] probabilities = [0.5, 0.25, 0.8];
        var losses = probabilities.Select(probability => -Math.Log(probability)).ToList();

        Assert.All(
            probabilities.Zip(losses),
            pair => Assert.Contains($"−ln {Show(pair.First)} ≈ {Fixed(pair.Second, 2)}", Deep, StringComparison.Ordinal));
        Assert.Contains($"{Fixed(losses.Sum(), 2)} / 3 ≈ {Fixed(losses.Average(), 2)} nats", Deep, StringComparison.Ordinal);
        Assert.Contains($"about {Fixed(Math.Exp(losses.Average()), 1)},", Deep, StringComparison.Ordinal);
    }
}
