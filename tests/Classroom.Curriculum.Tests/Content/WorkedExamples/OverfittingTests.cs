using System.Globalization;
using Classroom.Curriculum.Lessons;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class OverfittingTests
{
    private static LessonLevel Core => Find("overfitting").Lesson!.Core;

    private static string Deep => Find("overfitting").Lesson!.Deep.Words();

    [Fact]
    public void The_gap_in_every_row_of_the_table_and_the_best_epoch()
    {
        // Epoch, training loss, validation loss, gap.
        var rows = Core.Rows().Select(row => row.Split(" | ")).Where(cells => cells.Length == 4 && int.TryParse(cells[0], out _))
            .Select(cells => cells.Select(cell => decimal.Parse(cell.Replace('−', '-'), CultureInfo.InvariantCulture)).ToArray()).ToList();

        Assert.Equal(7, rows.Count);
        Assert.All(rows, row => Assert.Equal(row[2] - row[1], row[3]));
        var (best, last) = (rows.MinBy(row => row[2])!, rows[^1]);
        Assert.Contains($"It is {Fixed(best[2], 2)}, in epoch {best[0]}.", Core.Words(), StringComparison.Ordinal);
        Assert.Contains($"{Fixed(last[2], 2)} − {Fixed(last[1], 2)} = {Fixed(last[3], 2)}", Core.Words(), StringComparison.Ordinal);
        Assert.Contains(
            $"The training loss fell by {Fixed(best[1], 2)} − {Fixed(last[1], 2)} = {Fixed(best[1] - last[1], 2)}",
            Core.Words(),
            StringComparison.Ordinal);
        Assert.Contains(
            $"rose by {Fixed(last[2], 2)} − {Fixed(best[2], 2)} = {Fixed(last[2] - best[2], 2)}", Core.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_quiz_asks_for_the_gap_of_other_losses_than_the_table_has()
    {
        var question = Find("overfitting").Quiz!.Find("work-out-the-gap")!;

        Assert.Contains("the training loss is 0.34 and the validation loss is 0.91", question.PromptText, StringComparison.Ordinal);
        Assert.Equal(0.91m - 0.34m, Find("overfitting").Answer("work-out-the-gap"));
        Assert.DoesNotContain(
            Core.Rows(), row => row.Contains("0.34", StringComparison.Ordinal) || row.Contains("0.91", StringComparison.Ordinal));
    }

    [Fact]
    public void The_chance_that_some_fact_fits_all_five_matches()
    {
        double Chance(int facts) => 1 - Math.Pow(31 / 32.0, facts);

        Assert.Contains($"≈ {Fixed(Chance(20), 2)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"it is about {Fixed(Chance(100), 2)}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_price_of_a_sure_mistake()
    {
        Assert.Contains($"−ln 0.3 ≈ {Fixed(-Math.Log(0.3), 2)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"−ln 0.01 ≈ {Fixed(-Math.Log(0.01), 2)}", Deep, StringComparison.Ordinal);
    }
}
