using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class BatchTests
{
    private static Term Content => Find("batch");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void The_steps_in_an_epoch_of_the_digits()
    {
        Assert.Equal((125, 32), Deal(4_000, 32));
        Assert.Contains("4,000 ÷ 32 = 125 batches, so 125 steps", Core, StringComparison.Ordinal);

        var (steps, last) = Deal(4_000, 64);
        Assert.Contains(
            $"{Show(4_000 / 64m)}. There is no half step. The first {steps - 1} batches hold {steps - 1} × 64 = {Show((steps - 1) * 64)} "
                + "pictures.",
            Core,
            StringComparison.Ordinal);
        Assert.Contains(
            $"4,000 − {Show((steps - 1) * 64)} = {last} pictures for a smaller last batch. So there are {steps} steps.",
            Core,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_step_after_the_advice_of_four_examples()
    {
        decimal[] advice = [0.8m, -0.2m, 0.5m, 0.1m];
        var average = advice.Sum() / 4;

        Assert.Contains($"Sum: 0.8 − 0.2 + 0.5 + 0.1 = {Show(advice.Sum())}", Core, StringComparison.Ordinal);
        Assert.Contains($"Average: {Show(advice.Sum())} ÷ 4 = {Show(average)}", Core, StringComparison.Ordinal);
        Assert.Contains($"0.5 × {Show(average)} = {Show(0.5m * average)}", Core, StringComparison.Ordinal);
        Assert.Contains($"New weight: 2.0 + {Show(0.5m * average)} = {Show(2 + (0.5m * average))}", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_averages_of_sixteen_examples_lie_closer_together_the_larger_the_batch()
    {
        decimal[] advice = [0.8m, -0.2m, 0.5m, 0.1m, -0.6m, 0.7m, 0.4m, -0.1m, 1.0m, 0.3m, 0.6m, -0.3m, 0.2m, -0.4m, 0.9m, 0.1m];
        var fours = advice.Chunk(4).Select(batch => batch.Average()).ToList();

        Assert.Contains(
            $"Sixteen dots for the advice of single examples lie between {Words(advice.Min())} and {Words(advice.Max())}. "
                + $"The four averages of batches of four lie between {Words(fours.Min())} and {Words(fours.Max())}. The average of all "
                + $"sixteen is {Words(advice.Average())}.",
            Content.Lesson!.Core.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_of_an_epoch_for_three_batch_sizes()
    {
        foreach (var size in new[] { 1, 16, 256 })
        {
            var steps = Deal(2_000, size).Steps;
            Assert.Contains(
                $"{Show(steps)} · 0.25 + {Show(2_000 * 0.06m)} = {Show((steps * 0.25m) + (2_000 * 0.06m))} ms for B = {size}",
                Deep,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void One_epoch_in_one_two_and_four_batches()
    {
        (decimal X, decimal Y)[] examples = [(1, 2), (2, 2), (1, 3), (2, 6)];
        decimal Gradient(IEnumerable<(decimal X, decimal Y)> batch, decimal w) =>
            batch.Average(example => 2 * example.X * ((w * example.X) - example.Y));
        List<decimal> Epoch(int size)
        {
            List<decimal> weights = [0];
            foreach (var batch in examples.Chunk(size))
            {
                weights.Add(weights[^1] - (0.1m * Gradient(batch, weights[^1])));
            }

            return weights;
        }

        Assert.Contains(
            $"= {Show(Gradient(examples, 0))}. One step: w = 0 + 0.1 · 10.5 = {Show(Epoch(4)[1])}.", Deep, StringComparison.Ordinal);

        var twos = Epoch(2);
        Assert.Contains($"= {Show(Gradient(examples[..2], 0))}, so w = {Show(twos[1])}.", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"average {Show(Gradient(examples[2..], twos[1]))}, so w = {Show(twos[1])} + 1.2 = {Show(twos[2])}.",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains($"(−6 − 24) / 2 = {Show(Gradient(examples[2..], 0))}.", Deep, StringComparison.Ordinal);

        var ones = Epoch(1);
        for (var i = 0; i < 4; i++)
        {
            Assert.Contains($"= {Show(Gradient(examples[i..(i + 1)], ones[i]))}</td>", Content.Lesson!.Deep.Html, StringComparison.Ordinal);
            Assert.Contains($">{Show(ones[i + 1])}</td>", Content.Lesson!.Deep.Html, StringComparison.Ordinal);
        }

        Assert.Contains($"overshoot to {Show(ones[4])}", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"21 / 10 = {Show(examples.Sum(example => example.X * example.Y) / examples.Sum(example => example.X * example.X))}.",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains($"0.2 · 10.5 = {Show(-0.2m * Gradient(examples, 0))} at once", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_that_the_quiz_asks_for()
    {
        Assert.Equal(Deal(1_000, 64).Steps, Content.Answer("steps-in-an-epoch"));
        Assert.Equal(Deal(230, 50).Last, Content.Answer("size-of-the-last-batch"));
    }

    // Deals one example after the other, as one would by hand.
    private static (int Steps, int Last) Deal(int examples, int size)
    {
        var (steps, last) = (0, 0);
        for (var example = 0; example < examples; example++)
        {
            if (last == size || steps == 0)
            {
                (steps, last) = (steps + 1, 0);
            }

            last++;
        }

        return (steps, last);
    }

    private static string Words(decimal value) => Show(value).Replace("−", "minus ", StringComparison.Ordinal);
}
