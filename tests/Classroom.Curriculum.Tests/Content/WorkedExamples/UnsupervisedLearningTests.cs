using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>Computes the numbers of the lesson and quiz on unsupervised learning from the raw data, and finds them in the text.</summary>
public sealed class UnsupervisedLearningTests
{
    private static readonly double[] Widths = [10, 11, 15, 20, 22, 24];
    private static readonly double[][] Corners = [[0, 0], [0, 2], [6, 0], [6, 2]];

    private static Term Content => Find("unsupervised-learning");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void Three_rounds_of_k_means_on_six_buttons()
    {
        var rows = Content.Lesson!.Core.Rows();
        double[] centers = [10, 15];
        foreach (var fraction in new[] { ("(10 + 11) ÷ 2", "81 ÷ 4"), ("36 ÷ 3", "66 ÷ 3") })
        {
            Assert.Contains($"button | from {Show(centers[0])} | from {Show(centers[1])} | joins", rows);
            foreach (var width in Widths)
            {
                var (a, b) = (Math.Abs(width - centers[0]), Math.Abs(width - centers[1]));
                Assert.Contains($"{Show(width)} | {Show(a)} | {Show(b)} | {(a < b ? "A" : "B")}", rows);
            }

            centers = Move(Points(Widths), Points(centers)).Select(center => center[0]).ToArray();
            Assert.Contains($"{fraction.Item1} = {Show(centers[0])}.", Core, StringComparison.Ordinal);
            Assert.Contains($"{fraction.Item2} = {Show(centers[1])}.", Core, StringComparison.Ordinal);
        }

        Assert.Equal(centers, Move(Points(Widths), Points(centers)).Select(center => center[0]));
        Assert.Contains(
            $"The 15 is {Show(15 - centers[0])} away from A and {Show(centers[1] - 15)} away from B", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_month_of_forest_sounds()
    {
        const int hours = 30 * 24;
        const int pieces = hours * 3600 / 10;
        const int labeling = pieces * 20 / 3600;

        Assert.Contains($"{hours} hours of sound", Deep, StringComparison.Ordinal);
        Assert.Contains($"that is {Show(pieces)} pieces", Deep, StringComparison.Ordinal);
        Assert.Contains($"takes {Show(labeling)} hours, or {labeling / 8} working days", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_loss_for_each_number_of_groups()
    {
        var best = Enumerable.Range(1, 6).Select(k => Best(Points(Widths), k)).ToList();
        var html = Content.Lesson!.Deep.Html;

        Assert.Contains(
            $"from {Show(best[0])} at k = 1 to {Show(best[1])} at k = 2 and then slowly: {Show(best[2])}, {Show(best[3])}, "
                + $"{Show(best[4])} and {Show(best[5])}",
            html,
            StringComparison.Ordinal);
        Assert.Contains(
            $"it drops by {Show(best[0] - best[1])}, from two to three only by {Show(best[1] - best[2])}", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_starts_on_the_corners_of_a_flat_rectangle()
    {
        var stuck = Settle(Corners, [Corners[0], Corners[1]]);
        var good = Settle(Corners, [Corners[0], Corners[2]]);

        Assert.Equal([3, 0, 3, 2], stuck.SelectMany(center => center));
        Assert.Equal([0, 1, 6, 1], good.SelectMany(center => center));
        Assert.Contains($"J = 4 · 3² = {Show(Loss(Corners, stuck))}.", Deep, StringComparison.Ordinal);
        Assert.Contains($"J = 4 · 1² = {Show(Loss(Corners, good))}.", Deep, StringComparison.Ordinal);
        Assert.Equal(9, Loss(Corners, stuck) / Loss(Corners, good));
        Assert.Equal(Best(Corners, 2), Loss(Corners, good));
        Assert.Contains($"≈ {Show(Math.Sqrt(13), 1)} from the other", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_unit_makes_another_grouping_the_best()
    {
        double[][] centimeters = [.. Corners.Select(corner => new[] { corner[0] / 10, corner[1] })];

        Assert.Equal(4, Loss(centimeters, [[0, 1], [0.6, 1]]), 9);
        Assert.Equal(Best(centimeters, 2), Loss(centimeters, [[0.3, 0], [0.3, 2]]), 9);
        Assert.Contains($"J = 4 · 0.3² = {Show(Best(centimeters, 2))}.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void Purities_of_two_groups()
    {
        Assert.Contains($"(5 + 4) / 12 = {Show(Purity([5, 1], [2, 4]))}.", Deep, StringComparison.Ordinal);
        var question = Content.Quiz!.Questions.OfType<OneAnswerQuestion>().Single(question => question.Id == "purity-of-two-groups");
        Assert.StartsWith(
            Show(Purity([12, 3], [2, 8])), question.Choices.Single(choice => choice.IsCorrect).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_autoencoder_against_its_baseline()
    {
        double[][] pictures = [[1, 1, 0, 0], [0, 0, 1, 1]];
        double[][] rebuilt = [[0.9, 0.8, 0.1, 0.2], [0.1, 0, 0.8, 0.9]];
        double[] mean = [.. Enumerable.Range(0, 4).Select(pixel => pictures.Average(picture => picture[pixel]))];
        var baseline = pictures.Average(picture => Distance(picture, mean) / 4);
        double[] errors = [.. pictures.Zip(rebuilt, (picture, copy) => Distance(picture, copy) / 4)];

        Assert.Contains($"0.5² = {Show(baseline)}.", Deep, StringComparison.Ordinal);
        Assert.Contains($"/ 4 = {Show(errors[0])} and", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"/ 4 = {Show(errors[1])}. The mean is {Show(errors.Average())}, which is 0.02 / 0.25 = "
                + $"{Show(100 * errors.Average() / baseline)}%",
            Deep,
            StringComparison.Ordinal);
        Assert.Equal(Distance([1, 1, 0, 0], [0.9, 0.7, 0.2, 0]) / 4, (double)Content.Answer("error-of-a-copy"), 9);
    }

    [Fact]
    public void The_button_that_joins_the_second_center_in_the_quiz()
    {
        var question = (OneAnswerQuestion)Content.Quiz!.Find("who-joins-the-second-centre")!;

        Assert.Equal(17, new[] { 9, 13, 15, 17 }.Single(width => Math.Abs(width - 20) < Math.Abs(width - 12)));
        Assert.Equal("The one of 17 mm", question.Choices.Single(choice => choice.IsCorrect).Text);
    }

    [Fact]
    public void The_new_center_in_the_quiz() =>
        Assert.Equal(new[] { 6.0, 9, 12, 17 }.Average(), (double)Content.Answer("where-the-centre-moves"));

    private static double[][] Points(IEnumerable<double> values) => [.. values.Select(value => new[] { value })];

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    private static double Loss(double[][] points, double[][] centers) =>
        points.Sum(point => centers.Min(center => Distance(point, center)));

    private static double[] Mean(IEnumerable<double[]> points) =>
        [.. Enumerable.Range(0, points.First().Length).Select(i => points.Average(point => point[i]))];

    private static double[][] Move(double[][] points, double[][] centers) =>
        [.. points.GroupBy(point => Array.IndexOf(centers, centers.MinBy(center => Distance(point, center))))
            .OrderBy(group => group.Key)
            .Select(Mean)];

    private static double[][] Settle(double[][] points, double[][] centers) =>
        Enumerable.Range(0, 20).Aggregate(centers, (now, _) => Move(points, now));

    /// <summary>The smallest loss over all ways to make at most <paramref name="k"/> groups.</summary>
    private static double Best(double[][] points, int k) => Enumerable.Range(0, (int)Math.Pow(k, points.Length)).Min(code =>
        points.Select((point, i) => (Point: point, Group: code / (int)Math.Pow(k, i) % k))
            .GroupBy(member => member.Group, member => member.Point)
            .Sum(group => group.Sum(point => Distance(point, Mean(group)))));

    private static double Purity(params int[][] groups) => (double)groups.Sum(group => group.Max()) / groups.Sum(group => group.Sum());
}
