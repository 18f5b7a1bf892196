using System.Globalization;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class BackpropagationTests
{
    private static readonly Lazy<Term> Term = new(() => Curriculum.Load(Curriculum.DefaultFolder).Find("backpropagation")!);

    // Plain text leaves out tables and the descriptions of figures.
    private static readonly Lazy<string> Markdown = new(() => File.ReadAllText(Path.Combine(Curriculum.DefaultFolder, "backpropagation", "lesson.md")));

    // The 2-2-1 network: weights into h₁, into h₂, and into the output; then the three biases.
    private static readonly double[] Weights = [0.5, 0.25, -1, 0.25, 1.5, 1, 0, 0, 0];

    private static string Core => Term.Value.Lesson!.Core.Text;

    private static string Deep => Term.Value.Lesson!.Deep.Text;

    [Fact]
    public void The_chain_forward_and_backward()
    {
        var chain = Chain(1, 3, 2, 5);

        Assert.Contains($"h = 1 × 2 = {Text(chain.H)}. The answer is 3 × 2 = {Text(chain.Answer)}.", Core);
        Assert.Contains($"the loss is 1 × 1 = {Text(chain.Loss)}", Core);
        Assert.Contains($"| slope of *w*₂ | blame of the answer × *h* = {Text(chain.BlameOfAnswer)} × {Text(chain.H)} | {Text(chain.Slope2)} |", Markdown.Value);
        Assert.Contains($"| blame of *h* | blame of the answer × *w*₂ = {Text(chain.BlameOfAnswer)} × 3 | {Text(chain.BlameOfH)} |", Markdown.Value);
        Assert.Contains($"| slope of *w*₁ | blame of *h* × input = {Text(chain.BlameOfH)} × 2 | {Text(chain.Slope1)} |", Markdown.Value);
        Assert.Contains($"1.01 × 1.01 = {Text(Math.Pow(6.01 - 5, 2))}", Core);
    }

    [Fact]
    public void Nudging_the_chain_gives_the_same_slopes()
    {
        var second = Chain(1, 3.001, 2, 5);
        var first = Chain(1.001, 3, 2, 5);

        Assert.Contains($"The answer is {Text(second.Answer)}, and the loss is 1.002 × 1.002 = {Text(second.Loss)}. It rose by {Text(second.Loss - 1)}", Core);
        Assert.Contains($"÷ 0.001 ≈ {Text((second.Loss - 1) / 0.001, 0)}", Core);
        Assert.Contains($"h = {Text(first.H)}, the answer is {Text(first.Answer)}, and the loss is 1.006 × 1.006 = {Text(first.Loss)}. It rose by {Text(first.Loss - 1)}", Core);
        Assert.Contains($"÷ 0.001 ≈ {Text((first.Loss - 1) / 0.001, 0)}", Core);
    }

    [Fact]
    public void A_step_on_the_chain_lowers_the_loss()
    {
        var (w1, w2) = (1 - (0.01 * Chain(1, 3, 2, 5).Slope1), 3 - (0.01 * Chain(1, 3, 2, 5).Slope2));
        var after = Chain(w1, w2, 2, 5);

        Assert.Contains($"= {Text(w1)} and w₂ = 3 − 0.04 = {Text(w2)}", Core);
        Assert.Contains($"h = {Text(after.H)} and the answer is {Text(after.Answer)}. The loss falls from 1 to about {Text(after.Loss, 3)}", Core);
    }

    [Fact]
    public void The_blame_of_the_output_is_split_by_the_weights() =>
        Assert.Contains($"A, with weight 3, gets 2 times 3, which is {Text(2 * 3)}. B, with weight minus 1, gets minus {Text(-(2 * -1))}.", Markdown.Value);

    [Fact]
    public void Rates_on_a_bicycle_multiply() => Assert.Contains($"2.5 · 2.1 = {Text(2.5 * 2.1)} metres", Deep);

    [Fact]
    public void The_two_two_one_network_forward()
    {
        var run = Forward(Weights);

        Assert.Contains($"| *h*₁ | 0.5 · 1 + 0.25 · 2 = {Text(run.Z1)} | tanh 1 = {Text(run.H1, 4)} | {Text(1 - (run.H1 * run.H1), 4)} |", Markdown.Value);
        Assert.Contains($"| *h*₂ | −1 · 1 + 0.25 · 2 = {Text(run.Z2)} | tanh(−0.5) = {Text(run.H2, 4)} | {Text(1 - (run.H2 * run.H2), 4)} |", Markdown.Value);
        Assert.Contains($"= {Text(run.Z, 4)} | σ({Text(run.Z, 4)}) = {Text(run.P, 4)} |", Markdown.Value);
        Assert.Contains($"−ln(1 − {Text(run.P, 4)}) ≈ {Text(run.Loss, 3)}", Deep);
    }

    [Fact]
    public void The_two_two_one_network_backward()
    {
        var g = Gradient(Weights);
        var p = Forward(Weights).P;

        Assert.Contains($"δ of the output: {Text(p, 4)} − 0 = {Text(p, 4)}", Deep);
        Assert.Contains($"0.7616 ≈ {Text(g[4], 3)} and 0.6638 · (−0.4621) ≈ {Text(g[5], 3)}", Deep);
        Assert.Contains($"0.4200 · 1.5 · 0.6638 ≈ {Text(g[6], 3)}", Deep);
        Assert.Contains($"0.7864 · 1 · 0.6638 ≈ {Text(g[7], 3)}", Deep);
        Assert.Contains($"weights into h₁: {Text(g[6], 3)} · 1 = {Text(g[0], 3)} and {Text(g[6], 3)} · 2 = {Text(g[1], 3)}", Deep);
        Assert.Contains($"weights into h₂: {Text(g[7], 3)} · 1 = {Text(g[2], 3)} and {Text(g[7], 3)} · 2 = {Text(g[3], 3)}", Deep);
        Assert.Contains($"0.418 · 0.5 + 0.522 · (−1) = {Text((g[6] * 0.5) - g[7], 3)}", Deep);
    }

    [Fact]
    public void Finite_differences_agree_with_backpropagation()
    {
        string[] names = ["*x*₁ to *h*₁", "*x*₂ to *h*₁", "*x*₁ to *h*₂", "*x*₂ to *h*₂", "*h*₁ to output", "*h*₂ to output"];
        var gradient = Gradient(Weights);

        for (var index = 0; index < Weights.Length; index++)
        {
            var (up, down) = (Forward(Nudged(index, 0.01)).Loss, Forward(Nudged(index, -0.01)).Loss);
            Assert.InRange(Math.Abs(((up - down) / 0.02) - gradient[index]), 0, 0.00003);
            if (index < names.Length)
                Assert.Contains($"| {names[index]} | {Text(up, 6)} | {Text(down, 6)} | {Text((up - down) / 0.02, 5)} | {Text(gradient[index], 5)} |", Markdown.Value);
        }
    }

    [Fact]
    public void One_step_on_the_network_reaches_the_loss_that_the_lab_part_tells()
    {
        var gradient = Gradient(Weights);
        var after = Forward([.. Weights.Select((weight, index) => weight - (0.5 * gradient[index]))]);

        Assert.Contains($"the loss falls to {Text(after.Loss, 3)}", Deep);
        Assert.Contains($"multiply δ by at most {Text(Math.Pow(0.25, 4), 4)}", Deep);
    }

    [Fact]
    public void The_best_nudge_depends_on_the_method()
    {
        var exact = Gradient(Weights)[0];
        double OneSided(double nudge) => Math.Abs(((Forward(Nudged(0, nudge)).Loss - Forward(Weights).Loss) / nudge) - exact);
        double TwoSided(double nudge) => Math.Abs(((Forward(Nudged(0, nudge)).Loss - Forward(Nudged(0, -nudge)).Loss) / (2 * nudge)) - exact);

        Assert.Contains("one-sided nudges it is smallest near 10 to the minus 8, with two-sided ones near 10 to the minus 5", Markdown.Value);
        Assert.True(OneSided(1e-8) < OneSided(1e-5) && OneSided(1e-5) < OneSided(1e-2));
        Assert.True(TwoSided(1e-5) < TwoSided(1e-2) && TwoSided(1e-5) < TwoSided(1e-9));
    }

    [Fact]
    public void The_number_questions_have_the_right_answers()
    {
        Assert.Equal(-4 * -1, Answer("blame-through-a-negative-weight"), 6);
        Assert.Equal(Chain(2, 0.5, 3, 4).Slope1, Answer("slope-at-the-start-of-a-chain"), 6);
        Assert.Equal((1 - (0.5 * 0.5)) * ((2 * 0.4) + (1 * -0.2)), Answer("delta-of-a-tanh-neuron"), 6);
    }

    private static double Answer(string id) => (double)Term.Value.Quiz!.Questions.OfType<NumberQuestion>().Single(question => question.Id == id).Answer;

    private static (double H, double Answer, double Loss, double BlameOfAnswer, double BlameOfH, double Slope1, double Slope2) Chain(
        double w1, double w2, double input, double right)
    {
        var h = w1 * input;
        var answer = w2 * h;
        var blame = 2 * (answer - right);
        return (h, answer, (answer - right) * (answer - right), blame, blame * w2, blame * w2 * input, blame * h);
    }

    private static double[] Nudged(int index, double nudge) => [.. Weights.Select((weight, place) => place == index ? weight + nudge : weight)];

    // Inputs 1 and 2, label 0.
    private static (double Z1, double Z2, double H1, double H2, double Z, double P, double Loss) Forward(double[] w)
    {
        var z1 = (w[0] * 1) + (w[1] * 2) + w[6];
        var z2 = (w[2] * 1) + (w[3] * 2) + w[7];
        var (h1, h2) = (Math.Tanh(z1), Math.Tanh(z2));
        var z = (w[4] * h1) + (w[5] * h2) + w[8];
        var p = 1 / (1 + Math.Exp(-z));
        return (z1, z2, h1, h2, z, p, -Math.Log(1 - p));
    }

    private static double[] Gradient(double[] w)
    {
        var run = Forward(w);
        var d1 = run.P * w[4] * (1 - (run.H1 * run.H1));
        var d2 = run.P * w[5] * (1 - (run.H2 * run.H2));
        return [d1, 2 * d1, d2, 2 * d2, run.P * run.H1, run.P * run.H2, d1, d2, run.P];
    }

    private static string Text(double value, int? places = null) =>
        value.ToString(places is { } fixedPlaces ? $"F{fixedPlaces}" : "0.########", CultureInfo.InvariantCulture).Replace('-', '−');
}
