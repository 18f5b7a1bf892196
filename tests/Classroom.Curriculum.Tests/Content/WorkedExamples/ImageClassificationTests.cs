using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>Computes the numbers of the lesson and quiz on image classification from the raw data, and finds them in the text.</summary>
public sealed class ImageClassificationTests
{
    private static readonly int[][] Bridge = [[6, 1, 3], [1, 16, 3], [2, 3, 65]];

    private static Term Content => Find("image-classification");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void A_picture_every_ten_seconds_makes_a_long_day() =>
        Assert.Contains($"{Show(24 * 3600 / 10)} pictures a day", Core, StringComparison.Ordinal);

    [Fact]
    public void The_confusion_matrix_of_the_bridge()
    {
        var rows = Content.Lesson!.Core.Rows();
        string[] classes = ["bike", "car", "empty"];
        Assert.All(
            Bridge.Zip(classes), row => Assert.Contains($"{row.Second} | {string.Join(" | ", row.First)} | {row.First.Sum()}", rows));
        Assert.Equal(100, Bridge.Sum(row => row.Sum()));

        var right = Bridge.Select((row, i) => row[i]).ToList();
        var reported = Bridge.Sum(row => row[0]);
        Assert.Contains(
            $"{string.Join(" + ", right)} = {right.Sum()}. So the accuracy is {right.Sum()} of 100, or {right.Sum()}%",
            Core,
            StringComparison.Ordinal);
        Assert.Contains($"always says \"empty\" would get {Bridge[2].Sum()}%", Core, StringComparison.Ordinal);
        Assert.Contains($"{Bridge[0][0]} of {Bridge[0].Sum()}, or {100 * Bridge[0][0] / Bridge[0].Sum()}%", Core, StringComparison.Ordinal);
        Assert.Contains($"6 + 1 + 2 = {reported} times", Core, StringComparison.Ordinal);
        Assert.Contains($"6 ÷ 9, or about {Show(100.0 * Bridge[0][0] / reported, 0)}%", Core, StringComparison.Ordinal);
        Assert.Equal((4, 3), (Bridge[0].Sum() - Bridge[0][0], reported - Bridge[0][0]));
        Assert.Contains("Four bikes were missed, and three things that were no bikes were counted.", Core, StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_of_all_pictures() => Assert.Equal(236, Math.Round(28 * 28 * Math.Log10(2)));

    [Fact]
    public void Softmax_of_three_scores()
    {
        var p = Softmax([2, 1, 0]);

        Assert.Contains(
            $"The powers of e are {Show(Math.Exp(2), 3)}, {Show(Math.E, 3)} and 1, and their sum is {Show(Math.Exp(2) + Math.E + 1, 3)}. "
                + $"The probabilities are {Show(p[0], 3)}, {Show(p[1], 3)} and {Fixed(p[2], 3)}.",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains(
            $"≈ {Show(-Math.Log(p[0]), 2)}. If it is car, the loss is −ln {Show(p[1], 3)} ≈ {Show(-Math.Log(p[1]), 2)}.",
            Deep,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Softmax_at_temperature_two()
    {
        var p = Softmax([1, 0.5, 0]);

        Assert.Contains(
            $"the sum is {Show(Math.E + Math.Exp(0.5) + 1, 3)}, and the probabilities are {Show(p[0], 3)}, {Show(p[1], 3)} and "
                + $"{Show(p[2], 3)}",
            Deep,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Precision_and_recall_of_the_bikes()
    {
        double hits = Bridge[0][0], wrong = Bridge[1][0] + Bridge[2][0], missed = Bridge[0][1] + Bridge[0][2];

        Assert.Contains(
            $"Precision is 6/9 ≈ {Show(hits / (hits + wrong), 3)}, recall 6/10 = {Show(hits / (hits + missed), 3)}",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains($"12/19 ≈ {Show(2 * hits / ((2 * hits) + wrong + missed), 3)}", Deep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    public void A_threshold_trades_precision_for_recall(double threshold)
    {
        double[] bikes = [0.4, 0.6, 0.8, 0.9, 0.95];
        double[] others = [0.05, 0.15, 0.25, 0.45, 0.7];
        var hits = bikes.Count(p => p > threshold);
        var reported = hits + others.Count(p => p > threshold);

        Assert.Contains(
            $"{Show(threshold, 2)} | {reported} | {hits} | {Show((double)hits / reported, 3)} | {Show((double)hits / bikes.Length, 3)}",
            Content.Lesson!.Deep.Rows());
    }

    [Fact]
    public void The_standard_error_of_an_accuracy()
    {
        static double Error(int pictures) => Math.Sqrt(0.95 * 0.05 / pictures);

        Assert.Contains($"/ 100) ≈ {Show(Error(100), 3)}.", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"/ 1,000) ≈ {Show(Error(1000), 4)}, and two standard errors are still about {Show(200 * Error(1000), 1)} points",
            Deep,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_of_the_quiz()
    {
        int[][] fruit = [[18, 4, 2], [5, 12, 1], [2, 2, 4]];

        Assert.Equal(
            100.0 * fruit.Select((row, i) => row[i]).Sum() / fruit.Sum(row => row.Sum()), (double)Content.Answer("accuracy-from-a-table"));
        Assert.Equal(Math.Round(Softmax([1, 0, 0])[0], 2), (double)Content.Answer("share-of-a-score"));
    }

    private static double[] Softmax(double[] scores) => [.. scores.Select(score => Math.Exp(score) / scores.Sum(Math.Exp))];
}
