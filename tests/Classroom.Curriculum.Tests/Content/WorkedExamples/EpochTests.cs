using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class EpochTests
{
    private static Term Content => Find("epoch");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void Four_epochs_of_fifty_examples_in_batches_of_eight()
    {
        var run = Run(50, 8, 4);
        var first = run.Where(step => step.Epoch == 1).ToList();

        Assert.Contains(
            $"Six full batches hold 6 × 8 = {first.Count(step => step.Size == 8) * 8} examples. The {first[^1].Size} that are left",
            Core,
            StringComparison.Ordinal);
        Assert.Contains($"So there are {first.Count} steps.", Core, StringComparison.Ordinal);
        Assert.Contains($"4 × {first.Count} = {run.Count}.", Core, StringComparison.Ordinal);
        Assert.Contains($"4 × 50 = {run.Sum(step => step.Size)} looks", Core, StringComparison.Ordinal);
        Assert.Contains($"{run.Sum(step => step.Size)} ÷ 8 = 25 is not the number of steps", Core, StringComparison.Ordinal);
        Assert.NotEqual(25, run.Count);

        var twentieth = run[19];
        Assert.Contains($"So step 20 is step {twentieth.Place} of epoch {twentieth.Epoch}.", Core, StringComparison.Ordinal);
        Assert.Equal(first[^1].Size, run[20].Size);
        Assert.Equal(3, run[20].Epoch);
    }

    [Fact]
    public void The_bags_of_the_paper_round()
    {
        var round = Run(60, 8, 1);

        Assert.Contains(
            $"so he fills it {round.Count} times for his 60 houses. The last time there are only {round[^1].Size} papers in it.",
            Core,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rounding_comes_before_multiplying() =>
        Assert.Contains(
            $"there are {Run(1_000, 64, 1).Count} steps in an epoch and {Run(1_000, 64, 10).Count} in all, although 10,000 / 64 rounds "
                + $"up to {Math.Ceiling(10_000 / 64m)}.",
            Deep, StringComparison.Ordinal);

    [Fact]
    public void The_same_epochs_make_other_steps()
    {
        var small = Run(4_000, 32, 5);
        var large = Run(4_000, 256, 5);
        var epochs = 1;
        while (Run(4_000, 256, epochs).Count < small.Count)
        {
            epochs++;
        }

        Assert.Contains($"five epochs are 5 · {small.Count / 5} = {small.Count} steps.", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"= {large.Count / 5} steps in an epoch, the last with 4,000 − 15 · 256 = {large[^1].Size} pictures. Five epochs are only "
                + $"{large.Count} steps.",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains($"⌈{Show(small.Count / 16m)}⌉ = {epochs} epochs", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"e = ⌈300 / 125⌉ = ⌈2.4⌉ = {small[299].Epoch} and j = 300 − 2 · 125 = {small[299].Place}.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_draws_leave_out_about_thirty_seven_percent()
    {
        var missed = Math.Pow(1 - (1 / 4_000.0), 4_000);

        Assert.Equal(0.37, missed, 0.005);
        Assert.Contains($"1 / 2.718 ≈ {Show(1 / Math.E, 3)}.", Deep, StringComparison.Ordinal);
        Assert.Contains($"miss about {Math.Round(100 * missed)}% of them", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gains_of_later_epochs_dwindle()
    {
        List<double> distances = [2.3 - 0.1];
        while (distances.Count <= 20)
        {
            distances.Add(distances[^1] * 0.7);
        }

        foreach (var epoch in new[] { 0, 1, 2, 5, 10 })
        {
            Assert.Contains($">{Fixed(distances[epoch] + 0.1, 3)}</td>", Content.Lesson!.Deep.Html, StringComparison.Ordinal);
        }

        Assert.Contains(
            $"The first epoch gains {Fixed(distances[0] - distances[1], 2)}. The tenth gains 2.2 · (0.7⁹ − 0.7¹⁰) ≈ "
                + $"{Fixed(distances[9] - distances[10], 3)}.",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains($": {distances.FindIndex(distance => distance < 0.01 * distances[0])} epochs.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mean_loss_over_an_epoch_weighs_batches_by_their_size()
    {
        (decimal Size, decimal Loss)[] batches = [(4, 0.9m), (4, 0.7m), (2, 0.4m)];
        var sum = batches.Sum(batch => batch.Size * batch.Loss);

        Assert.Contains(
            $"(4 · 0.9 + 4 · 0.7 + 2 · 0.4) / 10 = {Show(sum)} / 10 = {Show(sum / batches.Sum(batch => batch.Size))}.",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains($"/ 3 ≈ {Show(batches.Average(batch => batch.Loss), 2)}, gives", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_that_the_quiz_asks_for()
    {
        Assert.Equal(Run(90, 20, 6).Count, Content.Answer("steps-in-the-run"));
        Assert.Equal(Run(12, 1, 5)[39].Epoch, Content.Answer("which-epoch-is-it"));
    }

    // All steps of a run, with the epoch, the place in it and the size of the batch.
    private static List<(int Epoch, int Place, int Size)> Run(int examples, int batchSize, int epochs)
    {
        List<(int, int, int)> steps = [];
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var left = examples;
            for (var place = 1; left > 0; place++)
            {
                var size = Math.Min(batchSize, left);
                left -= size;
                steps.Add((epoch, place, size));
            }
        }

        return steps;
    }
}
