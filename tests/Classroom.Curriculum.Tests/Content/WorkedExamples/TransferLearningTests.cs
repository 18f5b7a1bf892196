using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class TransferLearningTests
{
    private static Term Content => Find("transfer-learning");

    private static string Core => Content.Lesson!.Core.Words();

    private static string Deep => Content.Lesson!.Deep.Words();

    [Fact]
    public void The_weights_of_every_layer_and_the_share_that_is_copied()
    {
        // 3 × 3 filters with padding, each layer pooled by 2: 28, 14, 7, 3.
        var body = new[] { Filters(1, 8), Filters(8, 16), Filters(16, 32), Dense(32 * 3 * 3, 64) };
        var head = Dense(64, 10);
        var all = body.Sum() + head;

        Assert.Contains(
            $"8 filters {Show(body[0])} yes 16 filters {Show(body[1])} yes 32 filters {Show(body[2])} yes dense, 64 neurons "
                + $"{Show(body[3])} yes last layer, 10 scores {Show(head)} no, new all {Show(all)}",
            Core);
        Assert.Contains($"{Show(all)} − {Show(head)} = {Show(body.Sum())} weights", Core);
        Assert.Contains($"{Show(body.Sum())} ÷ {Show(all)} ≈ {Fixed(body.Sum() / (double)all, 3)}", Core);
        Assert.Contains($"(64 + 1) · 10 = {Show(head)}", Deep);
        Assert.Contains(
            $"{Show(all)} / 50 ≈ {Fixed(all / 50.0, 0)} weights for each picture, and a frozen body leaves {Show(head)} / 50 = "
                + $"{Show(head / 50.0)}.",
            Deep);
    }

    [Fact]
    public void The_lead_of_the_worst_transfer_run()
    {
        Assert.Contains($"5 0.82 0.63 {Fixed(0.82 - 0.63, 2)} 20 0.97 0.95 {Fixed(0.97 - 0.95, 2)}", Core);
        Assert.Contains($"10 × 5 = {10 * 5} pictures", Core);
        Assert.Contains($"10 × 20 = {10 * 20} pictures", Core);
    }

    [Fact]
    public void Three_plans_fitted_to_one_example()
    {
        var truth = (2.2 * 4) + 1;
        Assert.Contains($"2.2 · 4 + 1 = {Fixed(truth, 1)}", Deep);

        Row("from scratch", Train(0, 0, bothMove: true, [(1, 3.2)]));
        Row("fine-tuned", Train(2, 0, bothMove: true, [(1, 3.2)]));
        Row("frozen slope", Train(2, 0, bothMove: false, [(1, 3.2)]));

        void Row(string plan, (double W, double B) end)
        {
            var y = (4 * end.W) + end.B;
            Assert.Contains($"{plan} {Show(end.W, 1)} {Show(end.B, 1)} {Show(y, 1)} {Fixed(y - truth, 1)}", Deep);
        }
    }

    [Fact]
    public void Each_step_halves_the_error()
    {
        var (w, b) = Train(2, 0, bothMove: true, [(1, 3.2)], steps: 1);

        Assert.Equal((2 + 0 - 3.2) / 2, w + b - 3.2, 12);
        // The exercise: after one step the model is nearer to 9.8 than after all of them.
        Assert.Equal((2.3, 0.3), (Math.Round(w, 12), Math.Round(b, 12)));
        Assert.True(Math.Abs((4 * w) + b - 9.8) < Math.Abs(11 - 9.8));
    }

    [Fact]
    public void Three_plans_fitted_to_two_examples()
    {
        (double X, double Y)[] examples = [(1, 3.2), (2, 5.4)];
        foreach (var start in new[] { 0.0, 2.0 })
        {
            var (w, b) = Train(start, 0, bothMove: true, examples);
            Assert.Equal((2.2, 1.0), (Math.Round(w, 6), Math.Round(b, 6)));
        }
        Assert.Contains("both reach w = 2.2, b = 1 if", Deep);

        var frozen = Train(2, 0, bothMove: false, examples);
        var y = (4 * 2) + frozen.B;
        Assert.Contains($"the mean, b = {Fixed(frozen.B, 1)}. At x = 4 it says {Fixed(y, 1)}, with an error of {Fixed(y - 9.8, 1)}.", Deep);
    }

    [Fact]
    public void The_numbers_asked_for_in_the_quiz()
    {
        Assert.Equal([40, 296, 12576, 330], new[] { Filters(1, 4), Filters(4, 8), Dense(8 * 7 * 7, 32), Dense(32, 10) });
        Assert.Equal(40 + 296 + 12576, Content.Answer("how-many-new-weights"));
        Assert.Equal(0.85m - 0.55m - (0.95m - 0.88m), Content.Answer("lead-with-few-pictures"));
    }

    private static int Filters(int maps, int filters) => ((3 * 3 * maps) + 1) * filters;

    private static int Dense(int inputs, int neurons) => (inputs + 1) * neurons;

    private static (double W, double B) Train(double w, double b, bool bothMove, (double X, double Y)[] examples, int steps = 2000)
    {
        for (var step = 0; step < steps; step++)
        {
            var errors = examples.Select(example => (example.X, Error: (w * example.X) + b - example.Y)).ToList();
            w -= bothMove ? 0.25 * errors.Average(item => item.Error * item.X) : 0;
            b -= 0.25 * errors.Average(item => item.Error);
        }
        return (w, b);
    }
}
