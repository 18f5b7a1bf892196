using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class GradientDescentTests
{
    private static Term Content => Find("gradient-descent");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    private static string Markdown => Source("gradient-descent", "lesson.md");

    [Fact]
    public void The_walker_of_the_hook_knows_no_more_than_gradient_descent_does()
    {
        Assert.Contains("You feel only one thing: how the ground tilts under your feet.", Core);
        Assert.DoesNotContain("how badly", Core);
    }

    [Fact]
    public void A_nudge_shows_a_slope_of_about_minus_four()
    {
        var nudged = Loss(1.01);

        Assert.Contains($"= {Show(nudged)}. It has changed by {Show(nudged)} − {Show(Loss(1))} = {Show(nudged - Loss(1))}", Core);
        Assert.Contains($"{Show(nudged - Loss(1))} ÷ 0.01 = {Show((nudged - Loss(1)) / 0.01)}", Core);
        Assert.Contains($"2 × (1 − 3) = {Fixed(Slope(1), 0)}", Core);
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
                $"| {step} | {Show(w)} | {Show(Loss(w))} | {Show(2 * (w - 3))} | {Show(w)} − 0.25 × ({Show(2 * (w - 3))}) = {Show(next)} |",
                Markdown);
            w = next;
        }
    }

    [Fact]
    public void Other_rates_creep_or_diverge()
    {
        var slow = Step(1, 0.05);
        var far = Step(1, 1.25);
        var farther = Step(far, 1.25);

        Assert.Contains($"1 + 0.05 × 4 = {Fixed(slow, 1)}", Core);
        Assert.Contains($"1 + 1.25 × 4 = {Fixed(far, 0)}, far beyond", Core);
        Assert.Contains($"At {Fixed(far, 0)} the loss is {Fixed(Loss(far), 0)} and the slope is {Fixed(Slope(far), 0)}", Core);
        Assert.Contains($"6 − 1.25 × 6 = {Fixed(farther, 1)}, where the loss is {Fixed(Loss(farther), 2)}", Core);
    }

    [Fact]
    public void The_narrow_valley_at_rate_0_2()
    {
        var path = Path2(0.2, 20);

        Assert.All(Enumerable.Range(0, 3), step => Assert.Contains(
            $"| {step} | {Show(path[step].W1)} | {Show(path[step].W2)} | {Show(Valley(path[step]))} |", Markdown));
        Assert.Contains($"after 20 steps the loss is {Fixed(Valley(path[20]), 3)}", Markdown);
        Assert.Contains($"after 20 steps the loss is {Fixed(Valley(Path2(0.02, 20)[20]), 2)}", Markdown);
    }

    [Fact]
    public void A_short_step_falls_as_predicted_and_a_long_one_does_not()
    {
        var squaredLength = (9.0 * 9) + (9 * 9);
        var near = Path2(0.01, 1)[1];

        Assert.Contains($"0.2 · {Show(squaredLength)} = {Show(0.2 * squaredLength)}", Deep);
        Assert.Contains($"45 − 28.8 = {Show(Valley((9, 1)) - Valley(Path2(0.2, 1)[1]))}", Deep);
        Assert.Contains(
            $"({Show(near.W1)}, {Show(near.W2)}) and L = {Show(Valley(near))}: predicted {Show(0.01 * squaredLength)}, true "
                + $"{Show(45 - Valley(near))}",
            Deep);
    }

    [Fact]
    public void Above_its_limit_the_steep_weight_diverges()
    {
        var path = Path2(0.25, 2);

        Assert.Contains($"2/9 ≈ {Fixed(2 / 9.0, 3)}", Deep);
        Assert.Contains($"{Show(path[0].W2)}, {Show(path[1].W2)}, {Show(path[2].W2)}", Deep);
        Assert.True(Math.Abs(Path2(0.222, 500)[500].W2) < 1);
        Assert.True(Math.Abs(Path2(0.223, 500)[500].W2) > 1);
    }

    [Fact]
    public void A_batch_may_point_the_wrong_way()
    {
        (double X, double Y)[] examples = [(1, 3), (2, 4), (1, 0), (2, 3.5)];
        var gradients = examples.Select(example => 2 * example.X * ((1 * example.X) - example.Y)).ToList();

        Assert.Contains(
            $"give {Show(gradients[0])}, {Show(gradients[1])}, {Show(gradients[2])} and {Show(gradients[3])}, on average "
                + $"{Show(gradients.Average())}",
            Deep);
        Assert.Contains($"first two gives {Show(gradients.Take(2).Average())}", Deep);
        Assert.Contains($"third alone gives {Show(gradients[2])}", Deep);
    }

    [Fact]
    public void Trying_every_setting_of_a_small_lock_takes_less_than_three_hours()
    {
        var settings = Math.Pow(10, 4);

        Assert.Contains(Show(settings), Deep);
        Assert.True(settings / 3600 < 3);
        Assert.Contains("52,138", Deep);
        Assert.Equal(52_138, (((9 * 1) + 1) * 8) + (((9 * 8) + 1) * 16) + ((784 + 1) * 64) + ((64 + 1) * 10));
    }

    [Fact]
    public void The_number_questions_have_the_right_answers()
    {
        Assert.Equal(2 - (0.1 * ((5.06 - 5.00) / (2.01 - 2.00))), (double)Content.Answer("step-from-a-nudge"), 6);

        var w = 1.0;
        for (var step = 0; step < 2; step++)
            w -= 0.25 * 2 * (w - 5);
        Assert.Equal(w, (double)Content.Answer("two-steps-downhill"), 6);

        Assert.Equal(Math.Min(2 / 2.0, 2 / 16.0), (double)Content.Answer("limit-from-two-curvatures"), 6);
    }

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
}
