using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class LossFunctionTests
{
    private static Term Content => Find("loss-function");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    private static string Markdown => Source("loss-function", "lesson.md");

    [Fact]
    public void What_holds_for_nearly_every_picture_before_training_is_no_wrong_choice()
    {
        // Scores that know nothing: how often is some wrong digit ahead of the right one?
        var random = new Random(42);
        var misled = Enumerable.Range(0, 10_000).Count(_ =>
        {
            var scores = Enumerable.Range(0, 10).Select(_ => random.NextDouble()).ToList();
            return scores.Skip(1).Max() > scores[0];
        });
        var choices = ((ReadChartQuestion)Find("loss-function").Quiz!.Find("where-the-loss-starts")!).Choices;

        Assert.InRange(misled / 10_000.0, 0.88, 0.92);
        Assert.DoesNotContain(
            choices, choice => choice.Text.Contains("surer of one wrong digit than of the right one", StringComparison.Ordinal));
    }

    [Fact]
    public void Noor_and_Eli_win_under_one_rule_each()
    {
        double[] noor = [4, 4, 4];
        double[] eli = [0, 1, 10];

        Assert.Contains($"Eli wins with {Show(eli.Sum())} against {Show(noor.Sum())}", Core);
        Assert.Contains($"Noor wins with {Show(noor.Sum(Square))} against {Show(eli.Sum(Square))}", Core);
    }

    [Fact]
    public void The_walks_to_school_have_a_squared_error_of_3_5()
    {
        double[] labels = [10, 6, 14, 8];
        double[] answers = [12, 6, 11, 9];
        var misses = Misses(labels, answers);

        Assert.All(Enumerable.Range(0, 4), row => Assert.Contains(
            $"| {"ABCD"[row]} | {Show(labels[row])} | {Show(answers[row])} | {Show(misses[row])} | {Show(Square(misses[row]))} |",
            Markdown));

        Assert.Contains($"4 + 0 + 9 + 1 = {Show(misses.Sum(Square))}", Core);
        Assert.Contains($"14 ÷ 4 = {Show(misses.Average(Square))}", Core);
        Assert.Contains($"2 + 0 − 3 + 1 = {Show(misses.Sum())}", Core);
    }

    [Fact]
    public void The_cross_entropy_of_P_and_Q_follows_from_their_probabilities()
    {
        double[] p = [0.9, 0.6, 0.02];
        double[] q = [0.8, 0.6, 0.4];

        Assert.All(Enumerable.Range(0, 3), row => Assert.Contains(
            $"| {row + 1} | {Show(p[row])} | {Fixed(Cost(p[row]), 2)} | {Show(q[row])} | {Fixed(Cost(q[row]), 2)} |", Markdown));
        Assert.Contains($"{Fixed(p.Sum(Cost), 2)} ÷ 3 = {Fixed(p.Average(Cost), 2)} for P", Core);
        Assert.Contains($"{Fixed(q.Sum(Cost), 2)} ÷ 3 = {Fixed(q.Average(Cost), 2)} for Q", Core);
        Assert.True(p.Average(Cost) > 2 * q.Average(Cost));
    }

    [Fact]
    public void The_curve_shows_the_cost_of_four_probabilities() =>
        Assert.Contains(
            $"is {Fixed(Cost(0.02), 2)} if the right class has probability 0.02, then {Fixed(Cost(0.1), 2)} at 0.1, "
                + $"{Fixed(Cost(0.5), 2)} at 0.5 and {Fixed(Cost(0.9), 2)} at 0.9",
            Markdown);

    [Fact]
    public void The_honest_forecaster_pays_least()
    {
        static double Pays(double said) => (0.7 * Cost(said)) + (0.3 * Cost(1 - said));

        Assert.Contains(
            $"for 50% that is {Fixed(Pays(0.5), 3)}, for 70% it is {Fixed(Pays(0.7), 3)}, for 90% it is {Fixed(Pays(0.9), 3)}", Deep);
        Assert.All(Enumerable.Range(1, 99).Select(percent => percent / 100.0), said => Assert.True(Pays(said) >= Pays(0.7)));
    }

    [Fact]
    public void Squared_error_asks_for_the_mean_and_absolute_error_for_the_median()
    {
        double[] labels = [2, 3, 10];
        double Squared(double answer) => labels.Average(label => Square(answer - label));
        double Absolute(double answer) => labels.Average(label => Math.Abs(answer - label));

        foreach (var answer in new double[] { 5, 3 })
        {
            Assert.Contains($"/ 3 ≈ {Fixed(Squared(answer), 2)}", Markdown);
            Assert.Contains($"/ 3 ≈ {Fixed(Absolute(answer), 2)}", Markdown);
        }

        var answers = Enumerable.Range(0, 1001).Select(step => step / 100.0).ToList();
        Assert.Equal(5, answers.MinBy(Squared));
        Assert.Equal(3, answers.MinBy(Absolute));
    }

    [Fact]
    public void The_likelihood_gives_the_same_loss_as_the_costs()
    {
        double[] right = [0.9, 0.6, 0.02];
        var likelihood = right.Aggregate((product, factor) => product * factor);

        Assert.Contains($"0.9 · 0.6 · 0.02 = {Fixed(likelihood, 4)}", Deep);
        Assert.Contains($"≈ {Fixed(Cost(likelihood), 3)} / 3 ≈ {Fixed(right.Average(Cost), 2)}", Deep);
        Assert.Contains($"is about {Fixed(Math.Cbrt(likelihood), 2)}, the cube root", Deep);
    }

    [Fact]
    public void The_slopes_of_a_softmax_are_probability_minus_target()
    {
        double[] scores = [2, 1, 0];
        var p = Softmax(scores);

        Assert.Contains($"add up to {Fixed(scores.Sum(Math.Exp), 3)}", Deep);
        Assert.Contains($"{Fixed(p[0], 3)}, {Fixed(p[1], 3)}, {Fixed(p[2], 3)}", Deep);
        Assert.Contains($"ℓ = −ln 0.245 ≈ {Fixed(Cost(p[1]), 2)}", Deep);

        var slopes = Enumerable.Range(0, 3)
            .Select(k => Slope(moved => Cost(Softmax([.. scores.Select((z, i) => i == k ? z + moved : z)])[1]), 0))
            .ToList();
        Assert.Contains($"the slopes are {Fixed(slopes[0], 3)}, {Fixed(slopes[1], 3)} and {Fixed(slopes[2], 3)}", Deep);
    }

    [Fact]
    public void The_plateau_of_squared_error_is_28_times_as_flat()
    {
        static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
        static double CrossEntropy(double z) => Cost(Sigmoid(z));
        static double Squared(double z) => Square(1 - Sigmoid(z));

        Assert.Contains($"≈ {Fixed(CrossEntropy(-4), 2)}, slope 0.018 − 1 = {Fixed(Slope(CrossEntropy, -4), 3)}", Deep);
        Assert.Contains($"≈ {Fixed(Squared(-4), 3)}, slope", Deep);
        Assert.Contains($"≈ {Fixed(Slope(Squared, -4), 3)}", Deep);
        Assert.Contains($"is {Fixed(Slope(CrossEntropy, -4) / Slope(Squared, -4), 0)} times as steep", Deep);
    }

    [Fact]
    public void A_confident_mistake_among_ten_classes_has_the_gradients_that_the_lesson_tells()
    {
        double[] scores = [8, .. new double[9]];
        double Length(Func<double[], double> loss) => Math.Sqrt(Enumerable.Range(0, 10).Sum(k =>
            Square(Slope(moved => loss(Softmax([.. scores.Select((z, i) => i == k ? z + moved : z)])), 0))));

        Assert.Contains($"cross-entropy has length {Fixed(Length(p => Cost(p[1])), 2)}", Deep);
        Assert.Contains($"squared error {Fixed(Length(p => p.Select((share, k) => Square(share - (k == 1 ? 1 : 0))).Sum()), 3)}", Deep);
    }

    [Fact]
    public void The_number_questions_have_the_right_answers()
    {
        Assert.Equal(Misses([3, 8, 6, 5], [5, 8, 5, 6]).Average(Square), (double)Content.Answer("mean-squared-error-of-four"), 6);
        Assert.Equal(
            new[] { 0.7, 0.2, 0.7 }.Average(probability => Math.Round(Cost(probability), 2)),
            (double)Content.Answer("average-cost-of-three-pictures"),
            2);
        Assert.True(Misses([0, 0, 0], [2, 2, 2]).Sum() > Misses([0, 0, 0], [0, 0, 5]).Sum());
        Assert.True(Misses([0, 0, 0], [2, 2, 2]).Sum(Square) < Misses([0, 0, 0], [0, 0, 5]).Sum(Square));
        Assert.Equal(0.15 - 1, (double)Content.Answer("slope-for-the-right-score"), 6);
    }

    private static List<double> Misses(double[] labels, double[] answers) => [.. answers.Zip(labels, (answer, label) => answer - label)];

    private static double Square(double value) => value * value;

    private static double Cost(double probability) => -Math.Log(probability);

    private static double[] Softmax(double[] scores) => [.. scores.Select(score => Math.Exp(score) / scores.Sum(Math.Exp))];

    private static double Slope(Func<double, double> loss, double at) => (loss(at + 1e-6) - loss(at - 1e-6)) / 2e-6;
}
