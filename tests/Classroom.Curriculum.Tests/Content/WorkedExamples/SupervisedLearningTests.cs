using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>Computes the numbers of the lesson and quiz on supervised learning from the raw data, and finds them in the text.</summary>
public sealed class SupervisedLearningTests
{
    private static readonly bool[] Ripe = [false, false, false, true, false, false, true, true, true, true];
    private static readonly (int Softness, bool IsRipe)[] HeldBack = [(2, false), (3, false), (6, true), (7, true), (9, true)];
    private static readonly double[] Weeks = [1, 2, 3, 4];

    private static Term Content => Find("supervised-learning");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void The_cuts_through_ten_mangoes()
    {
        foreach (var cut in new[] { 3.5, 4.5, 5.5, 6.5, 7.5 })
        {
            var wrong = Wrong(Training(Ripe), cut);
            Assert.Contains(
                $"{Show(cut)} | {Math.Ceiling(cut)} to 10 | {string.Join(", ", wrong)} | {wrong.Count}", Content.Lesson!.Core.Rows());
        }

        Assert.All(new[] { 0.5, 1.5, 2.5, 8.5, 9.5, 10.5 }, cut => Assert.True(Wrong(Training(Ripe), cut).Count >= 3));
    }

    [Fact]
    public void The_cut_on_the_mangoes_that_were_held_back()
    {
        var best = Best(Ripe);

        Assert.Equal(6.5, best);
        Assert.Equal([6], Wrong(HeldBack, best));
        Assert.Contains(
            $"That is {5 - Wrong(HeldBack, best).Count} of 5 right, or {Percent(HeldBack, best)}%.", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_wrong_labels_move_the_cut()
    {
        bool[] mislabeled = [.. Ripe];
        (mislabeled[6], mislabeled[7]) = (false, false);
        var best = Best(mislabeled);

        Assert.Single(Wrong(Training(mislabeled), best));
        Assert.Equal([6, 7], Wrong(HeldBack, best));
        Assert.Contains($"now the cut {Show(best)} makes the fewest mistakes, just one", Core, StringComparison.Ordinal);
        Assert.Contains($"That is {5 - Wrong(HeldBack, best).Count} of 5, or {Percent(HeldBack, best)}%.", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_through_the_bean_plant()
    {
        double[] heights = [3, 5, 6, 8];
        var (slope, start) = Fit(heights);
        var errors = Weeks.Zip(heights, (week, height) => (slope * week) + start - height).ToList();

        Assert.Contains($"a = 8/5 = {Show(slope)} and b = 5.5 − {Show(slope)} · 2.5 = {Show(start)}", Deep, StringComparison.Ordinal);
        for (var i = 0; i < Weeks.Length; i++)
        {
            Assert.Contains(
                $"{Show(Weeks[i])} | {Show(heights[i])} | {Show(errors[i] + heights[i])} | {Show(errors[i])} | "
                    + $"{Show(errors[i] * errors[i])}",
                Content.Lesson!.Deep.Rows());
        }

        Assert.Contains($"is 0.20 / 4 = {Show(errors.Average(error => error * error))}.", Deep, StringComparison.Ordinal);
        Assert.Contains($"· 5 + 1.5 = {Show((slope * 5) + start)} cm", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_through_the_bean_plant_with_a_typing_mistake()
    {
        var (slope, start) = Fit([3, 5, 6, 18]);

        Assert.Contains(
            $"the slope is 23/5 = {Show(slope)}, and b = 8 − {Show(slope)} · 2.5 = {Show(start)}", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"For week 5 the line predicts {Show((slope * 5) + start)} cm. For week 1 it says {Show(slope + start)} cm",
            Deep,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_majority_of_three_labellers()
    {
        var right = 0.0;
        for (var votes = 0; votes < 8; votes++)
        {
            var agree = int.PopCount(votes);
            right += agree >= 2 ? Math.Pow(0.9, agree) * Math.Pow(0.1, 3 - agree) : 0;
        }

        Assert.Contains($"Together that is {Show(right)}.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void Testing_with_noisy_labels()
    {
        Assert.Contains($"0.8 · 0.95 + 0.2 · 0.05 = {Show(Agreement(0.95, 0.2, 2))} of them", Deep, StringComparison.Ordinal);
        Assert.Equal(Agreement(0.9, 0.1, 2), (double)Content.Answer("accuracy-by-the-labels"), 9);
    }

    [Fact]
    public void The_mistakes_of_the_cut_in_the_quiz()
    {
        bool[] ripe = [false, false, true, false, true, false, true, true];

        Assert.Equal(Wrong(Training(ripe), 3.5).Count, Content.Answer("mistakes-of-a-cut"));
    }

    private static IEnumerable<(int Softness, bool IsRipe)> Training(IEnumerable<bool> ripe) => ripe.Select((isRipe, i) => (i + 1, isRipe));

    private static List<int> Wrong(IEnumerable<(int Softness, bool IsRipe)> mangoes, double cut) =>
        [.. mangoes.Where(mango => mango.Softness > cut != mango.IsRipe).Select(mango => mango.Softness)];

    private static double Best(bool[] ripe) =>
        Enumerable.Range(0, ripe.Length + 1).Select(i => i + 0.5).MinBy(cut => Wrong(Training(ripe), cut).Count);

    private static int Percent((int, bool)[] mangoes, double cut) => 100 - (100 * Wrong(mangoes, cut).Count / mangoes.Length);

    private static (double Slope, double Start) Fit(double[] labels)
    {
        var (x, y) = (Weeks.Average(), labels.Average());
        var slope = Weeks.Zip(labels, (week, label) => (week - x) * (label - y)).Sum() / Weeks.Sum(week => (week - x) * (week - x));
        return (slope, y - (slope * x));
    }

    private static double Agreement(double right, double noise, int classes) =>
        ((1 - noise) * right) + (noise * (1 - right) / (classes - 1));
}
