using System.Globalization;
using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class HyperparameterTests
{
    private static Term Content => Find("hyperparameter");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void The_runs_and_the_minutes_of_a_grid()
    {
        var small = Combinations(4, 4);
        var large = Combinations(4, 4, 3);

        Assert.Contains(
            $"4 × 4 = {small} runs. If one run takes 15 seconds, they take {small} × 15 = {small * 15} seconds, which is "
                + $"{small * 15 / 60} minutes.",
            Core,
            StringComparison.Ordinal);
        Assert.Contains(
            $"{small} × 3 = {large} runs, and {large} × 15 = {large * 15} seconds. That is {large * 15 / 60} minutes.",
            Core,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_cells_of_the_grid_in_the_figure()
    {
        var figure = Source("hyperparameter", "figures/grid.svg");
        var cells = figure.Split('<').Where(part => part.EndsWith('%'))
            .Select(part => decimal.Parse(part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture))
            .Chunk(4)
            .ToList();

        Assert.Equal(4, cells.Count);
        Assert.Equal(2, Array.IndexOf(cells[0], cells[0].Max()));
        Assert.Equal(3, Array.IndexOf(cells[2], cells[2].Max()));
        Assert.Contains(
            $"With a batch size of 2, the best rate is 0.3, with {Percent(cells[0].Max())}. With a batch size of 32 it is 3, with "
                + $"{Percent(cells[2].Max())}.",
            Core,
            StringComparison.Ordinal);
        Assert.Contains($"and you drop to {Percent(cells[0][3])}.", Core, StringComparison.Ordinal);
        Assert.Contains(
            $"fell by {Show(cells[0][2] - cells[2][2])} points, from {Percent(cells[0][2])} to {Percent(cells[2][2])}.",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains(
            $"reached {Percent(cells[2][3])}, so {Fixed(cells[2][3] - cells[2][2], 1)} of the {Fixed(cells[0][2] - cells[2][2], 1)} points",
            Deep, StringComparison.Ordinal);

        var ranked = cells.SelectMany(row => row).OrderDescending().ToList();
        Assert.Contains(
            $"about {Percent(ranked[0])} and {Percent(ranked[1])} of the same 500 validation examples. That is {Show(5 * ranked[0])} and "
                + $"{Show(5 * ranked[1])}",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains($"The worst cell had {Percent(ranked[^1])}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void One_choice_decides_how_many_numbers_are_learned()
    {
        Assert.Contains($"in all: 8 + 4 + 4 + 1 = {Learned(2, 4, 1)} numbers to learn", Core, StringComparison.Ordinal);
        Assert.Contains($"16 + 8 + 8 + 1 = {Learned(2, 8, 1)}.", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hours_of_tasting()
    {
        var cups = Combinations(5, 5, 5, 5);

        Assert.Contains(
            $"5⁴ = {cups} combinations. At 3 minutes per cup that is {Show(cups * 3)} minutes, more than {cups * 3 / 60} hours",
            Deep,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_error_of_an_accuracy() =>
        Assert.Contains($"√(0.98 · 0.02 / 500) ≈ {Show(Math.Sqrt(0.98 * 0.02 / 500), 4)}", Deep, StringComparison.Ordinal);

    [Fact]
    public void The_chance_that_a_random_run_is_among_the_best()
    {
        Assert.Contains($"1 − 0.95¹⁶ ≈ {Show(1 - Math.Pow(0.95, 16), 2)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"1 − 0.95⁶⁰ ≈ {Show(1 - Math.Pow(0.95, 60), 2)}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_middle_of_a_range_of_rates()
    {
        Assert.Contains(
            $"so the rate is {Show(Math.Pow(10, (Math.Log10(0.001) + Math.Log10(0.1)) / 2), 2)},", Deep, StringComparison.Ordinal);
        Assert.Contains($"The plain average, {Show((0.001m + 0.1m) / 2)},", Deep, StringComparison.Ordinal);
        Assert.Contains($"0.09 / 0.0999 ≈ {Show(100 * (0.1 - 0.01) / (0.1 - 0.0001), 0)}%", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_epochs_of_a_search_by_halving()
    {
        List<int> epochs = [];
        for (var (settings, before, until) = (8, 0, 1); settings >= 1; (settings, before, until) = (settings / 2, until, until * 2))
        {
            epochs.Add(settings * (until - before));
        }

        Assert.Contains($"In all {string.Join(" + ", epochs)} = {epochs.Sum()} epochs, less than a third.", Deep, StringComparison.Ordinal);
        Assert.True(3 * epochs.Sum() < 8 * 8);
    }

    [Fact]
    public void The_numbers_that_the_quiz_asks_for()
    {
        Assert.Equal(Combinations(3, 4, 2) * 30 / 60m, Content.Answer("minutes-for-a-grid"));
        Assert.Equal(Learned(3, 5, 1), Content.Answer("count-the-weights"));
    }

    private static int Combinations(params int[] values) => values.Aggregate(1, (product, count) => product * count);

    // Weights and biases of a fully connected network, from the sizes of its layers.
    private static int Learned(params int[] sizes) => sizes.Zip(sizes.Skip(1)).Sum(layer => (layer.First * layer.Second) + layer.Second);

    private static string Percent(decimal value) => Fixed(value, 1) + "%";
}
