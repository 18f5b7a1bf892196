using System.Globalization;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class GradientDescentTests
{
    private static readonly Lazy<Term> Term = new(() => Curriculum.Load(Curriculum.DefaultFolder).Find("gradient-descent")!);

    // Plain text leaves out tables and the descriptions of figures.
    private static readonly Lazy<string> Markdown = new(() => File.ReadAllText(Path.Combine(Curriculum.DefaultFolder, "gradient-descent", "lesson.md")));

    private static string Core => Term.Value.Lesson!.Core.Text;

    private static string Deep => Term.Value.Lesson!.Deep.Text;

    [Fact]
    public void A_nudge_shows_a_slope_of_about_minus_four()
    {
        var nudged = Loss(1.01);

        Assert.Contains($"= {Text(nudged)}. It has changed by {Text(nudged)} − {Text(Loss(1))} = {Text(nudged - Loss(1))}", Core);
        Assert.Contains($"{Text(nudged - Loss(1))} ÷ 0.01 = {Text((nudged - Loss(1)) / 0.01)}", Core);
        Assert.Contains($"2 × (1 − 3) = {Text(Slope(1), 0)}", Core);
    }

    [Fact]
    public void Four_steps_at_a_good_rate_halve_the_distance_each_time()
    {
        var w = 1.0;
        for (var step = 1; step <= 4; step++)
        {
            var next = w - (0.25 * (2 * (w - 3)));
            Assert.Equal(2 * (w - 3), Slope(w), 6);
            Assert.Equal((3 - w) / 2, 3 - next, 10);
            Assert.Contains(
                $"| {step} | {Text(w)} | {Text(Loss(w))} | {Text(2 * (w - 3))} | {Text(w)} − 0.25 × ({Text(2 * (w - 3))}) = {Text(next)} |", Markdown.Value);
            w = next;
        }
    }

    [Fact]
    public void Other_rates_creep_or_diverge()
    {
        var slow = Step(1, 0.05);
        var far = Step(1, 1.25);
        var farther = Step(far, 1.25);

        Assert.Contains($"1 + 0.05 × 4 = {Text(slow, 1)}", Core);
        Assert.Contains($"1 + 1.25 × 4 = {Text(far, 0)}, far beyond", Core);
        Assert.Contains($"At {Text(far, 0)} the loss is {Text(Loss(far), 0)} and the slope is {Text(Slope(far), 0)}", Core);
        Assert.Contains($"6 − 1.25 × 6 = {Text(farther, 1)}, where the loss is {Text(Loss(farther), 2)}", Core);
    }

    [Fact]
    public void The_narrow_valley_at_rate_0_2()
    {
        var path = Path2(0.2, 20);

        Assert.All(Enumerable.Range(0, 3), step => Assert.Contains(
            $"| {step} | {Text(path[step].W1)} | {Text(path[step].W2)} | {Text(Valley(path[step]))} |", Markdown.Value));
        Assert.Contains($"after 20 steps the loss is {Text(Valley(path[20]), 3)}", Markdown.Value);
        Assert.Contains($"after 20 steps the loss is {Text(Valley(Path2(0.02, 20)[20]), 2)}", Markdown.Value);
    }

    [Fact]
    public void A_short_step_falls_as_foretold_and_a_long_one_does_not()
    {
        var squaredLength = (9.0 * 9) + (9 * 9);
        var near = Path2(0.01, 1)[1];

        Assert.Contains($"0.2 · {Text(squaredLength)} = {Text(0.2 * squaredLength)}", Deep);
        Assert.Contains($"45 − 28.8 = {Text(Valley((9, 1)) - Valley(Path2(0.2, 1)[1]))}", Deep);
        Assert.Contains(
            $"({Text(near.W1)}, {Text(near.W2)}) and L = {Text(Valley(near))}: foretold {Text(0.01 * squaredLength)}, true {Text(45 - Valley(near))}", Deep);
    }

    [Fact]
    public void Above_its_limit_the_steep_weight_diverges()
    {
        var path = Path2(0.25, 2);

        Assert.Contains($"2/9 ≈ {Text(2 / 9.0, 3)}", Deep);
        Assert.Contains($"{Text(path[0].W2)}, {Text(path[1].W2)}, {Text(path[2].W2)}", Deep);
        Assert.True(Math.Abs(Path2(0.222, 500)[500].W2) < 1);
        Assert.True(Math.Abs(Path2(0.223, 500)[500].W2) > 1);
    }

    [Fact]
    public void A_batch_may_point_the_wrong_way()
    {
        (double X, double Y)[] examples = [(1, 3), (2, 4), (1, 0), (2, 3.5)];
        var gradients = examples.Select(example => 2 * example.X * ((1 * example.X) - example.Y)).ToList();

        Assert.Contains($"give {Text(gradients[0])}, {Text(gradients[1])}, {Text(gradients[2])} and {Text(gradients[3])}, on average {Text(gradients.Average())}", Deep);
        Assert.Contains($"first two gives {Text(gradients.Take(2).Average())}", Deep);
        Assert.Contains($"third alone gives {Text(gradients[2])}", Deep);
    }

    [Fact]
    public void Trying_every_setting_of_a_small_lock_takes_less_than_three_hours()
    {
        var settings = Math.Pow(10, 4);

        Assert.Contains(settings.ToString("N0", CultureInfo.InvariantCulture), Deep);
        Assert.True(settings / 3600 < 3);
        Assert.Contains("52,138", Deep);
        Assert.Equal(52_138, (((9 * 1) + 1) * 8) + (((9 * 8) + 1) * 16) + ((784 + 1) * 64) + ((64 + 1) * 10));
    }

    [Fact]
    public void The_number_questions_have_the_right_answers()
    {
        Assert.Equal(2 - (0.1 * ((5.06 - 5.00) / (2.01 - 2.00))), Answer("step-from-a-nudge"), 6);

        var w = 1.0;
        for (var step = 0; step < 2; step++)
            w -= 0.25 * 2 * (w - 5);
        Assert.Equal(w, Answer("two-steps-downhill"), 6);

        Assert.Equal(Math.Min(2 / 2.0, 2 / 16.0), Answer("limit-from-two-curvatures"), 6);
    }

    private static double Answer(string id) => (double)Term.Value.Quiz!.Questions.OfType<NumberQuestion>().Single(question => question.Id == id).Answer;

    // The network with one weight: its answer to the input 1 should be 3.
    private static double Loss(double w) => ((w * 1) - 3) * ((w * 1) - 3);

    private static double Slope(double w) => (Loss(w + 1e-6) - Loss(w - 1e-6)) / 2e-6;

    private static double Step(double w, double rate) => w - (rate * Slope(w));

    private static double Valley((double W1, double W2) w) => 0.5 * ((w.W1 * w.W1) + (9 * w.W2 * w.W2));

    private static List<(double W1, double W2)> Path2(double rate, int steps)
    {
        List<(double W1, double W2)> path = [(9, 1)];
        for (var step = 0; step < steps; step++)
            path.Add((path[^1].W1 - (rate * path[^1].W1), path[^1].W2 - (rate * 9 * path[^1].W2)));

        return path;
    }

    private static string Text(double value, int? places = null) =>
        value.ToString(places is { } fixedPlaces ? $"F{fixedPlaces}" : "0.########", CultureInfo.InvariantCulture).Replace('-', '−');
}
