using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class BackpropagationTests
{
    // The 2-2-1 network: weights into h₁, into h₂, and into the output; then the three biases.
    private static readonly double[] Weights = [0.5, 0.25, -1, 0.25, 1.5, 1, 0, 0, 0];

    private static Term Content => Find("backpropagation");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    private static string Markdown => Source("backpropagation", "lesson.md");

    [Fact]
    public void The_chain_forward_and_backward()
    {
        var chain = Chain(1, 3, 2, 5);

        Assert.Contains($"h = 1 × 2 = {Show(chain.H)}. The answer is 3 × 2 = {Show(chain.Answer)}.", Core);
        Assert.Contains($"the loss is 1 × 1 = {Show(chain.Loss)}", Core);
        Assert.Contains(
            $"| slope of *w*₂ | blame of the answer × *h* = {Show(chain.BlameOfAnswer)} × {Show(chain.H)} | {Show(chain.Slope2)} |",
            Markdown);
        Assert.Contains(
            $"| blame of *h* | blame of the answer × *w*₂ = {Show(chain.BlameOfAnswer)} × 3 | {Show(chain.BlameOfH)} |", Markdown);
        Assert.Contains($"| slope of *w*₁ | blame of *h* × input = {Show(chain.BlameOfH)} × 2 | {Show(chain.Slope1)} |", Markdown);
        Assert.Contains($"1.01 × 1.01 = {Show(Math.Pow(6.01 - 5, 2))}", Core);
    }

    [Fact]
    public void Nudging_the_chain_gives_the_same_slopes()
    {
        var second = Chain(1, 3.001, 2, 5);
        var first = Chain(1.001, 3, 2, 5);

        Assert.Contains(
            $"The answer is {Show(second.Answer)}, and the loss is 1.002 × 1.002 = {Show(second.Loss)}. It rose by {Show(second.Loss - 1)}",
            Core);
        Assert.Contains($"÷ 0.001 ≈ {Fixed((second.Loss - 1) / 0.001, 0)}", Core);
        Assert.Contains(
            $"h = {Show(first.H)}, the answer is {Show(first.Answer)}, and the loss is 1.006 × 1.006 = {Show(first.Loss)}. It rose by "
                + $"{Show(first.Loss - 1)}",
            Core);
        Assert.Contains($"÷ 0.001 ≈ {Fixed((first.Loss - 1) / 0.001, 0)}", Core);
    }

    [Fact]
    public void A_step_on_the_chain_lowers_the_loss()
    {
        var (w1, w2) = (1 - (0.01 * Chain(1, 3, 2, 5).Slope1), 3 - (0.01 * Chain(1, 3, 2, 5).Slope2));
        var after = Chain(w1, w2, 2, 5);

        Assert.Contains($"= {Show(w1)} and w₂ = 3 − 0.04 = {Show(w2)}", Core);
        Assert.Contains(
            $"h = {Show(after.H)} and the answer is {Show(after.Answer)}. The loss falls from 1 to about {Fixed(after.Loss, 3)}", Core);
    }

    [Fact]
    public void The_blame_of_the_output_is_split_by_the_weights() =>
        Assert.Contains(
            $"A, with weight 3, gets 2 times 3, which is {Show(2 * 3)}. B, with weight minus 1, gets minus {Show(-(2 * -1))}.", Markdown);

    [Fact]
    public void Rates_on_a_bicycle_multiply() => Assert.Contains($"2.5 · 2.1 = {Show(2.5 * 2.1)} meters", Deep);

    [Fact]
    public void The_two_two_one_network_forward()
    {
        var run = Forward(Weights);

        Assert.Contains(
            $"| *h*₁ | 0.5 · 1 + 0.25 · 2 = {Show(run.Z1)} | tanh 1 = {Fixed(run.H1, 4)} | {Fixed(1 - (run.H1 * run.H1), 4)} |", Markdown);
        Assert.Contains(
            $"| *h*₂ | −1 · 1 + 0.25 · 2 = {Show(run.Z2)} | tanh(−0.5) = {Fixed(run.H2, 4)} | {Fixed(1 - (run.H2 * run.H2), 4)} |",
            Markdown);
        Assert.Contains($"= {Fixed(run.Z, 4)} | σ({Fixed(run.Z, 4)}) = {Fixed(run.P, 4)} |", Markdown);
        Assert.Contains($"−ln(1 − {Fixed(run.P, 4)}) ≈ {Fixed(run.Loss, 3)}", Deep);
    }

    [Fact]
    public void The_two_two_one_network_backward()
    {
        var g = Gradient(Weights);
        var p = Forward(Weights).P;

        Assert.Contains($"δ of the output: {Fixed(p, 4)} − 0 = {Fixed(p, 4)}", Deep);
        Assert.Contains($"0.7616 ≈ {Fixed(g[4], 3)} and 0.6638 · (−0.4621) ≈ {Fixed(g[5], 3)}", Deep);
        Assert.Contains($"0.4200 · 1.5 · 0.6638 ≈ {Fixed(g[6], 3)}", Deep);
        Assert.Contains($"0.7864 · 1 · 0.6638 ≈ {Fixed(g[7], 3)}", Deep);
        Assert.Contains($"weights into h₁: {Fixed(g[6], 3)} · 1 = {Fixed(g[0], 3)} and {Fixed(g[6], 3)} · 2 = {Fixed(g[1], 3)}", Deep);
        Assert.Contains($"weights into h₂: {Fixed(g[7], 3)} · 1 = {Fixed(g[2], 3)} and {Fixed(g[7], 3)} · 2 = {Fixed(g[3], 3)}", Deep);
        Assert.Contains($"0.418 · 0.5 + 0.522 · (−1) = {Fixed((g[6] * 0.5) - g[7], 3)}", Deep);
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
                Assert.Contains(
                    $"| {names[index]} | {Fixed(up, 6)} | {Fixed(down, 6)} | {Fixed((up - down) / 0.02, 5)} | "
                        + $"{Fixed(gradient[index], 5)} |",
                    Markdown);
        }
    }

    [Fact]
    public void One_step_on_the_network_reaches_the_loss_that_the_lab_part_tells()
    {
        var gradient = Gradient(Weights);
        var after = Forward([.. Weights.Select((weight, index) => weight - (0.5 * gradient[index]))]);

        // The step before it has set the label to 1, and this loss is that of the label 0.
        Assert.Contains("Change the label to 1.", Deep);
        Assert.Contains(
            "Set the label back to 0. In the sheet, take one step with η = 0.5, biases included, and check that the loss falls to "
                + $"{Fixed(after.Loss, 3)}",
            Deep);
        Assert.Contains($"multiply δ by at most {Fixed(Math.Pow(0.25, 4), 4)}", Deep);
    }

    [Fact]
    public void The_best_nudge_depends_on_the_method()
    {
        var exact = Gradient(Weights)[0];
        double OneSided(double nudge) => Math.Abs(((Forward(Nudged(0, nudge)).Loss - Forward(Weights).Loss) / nudge) - exact);
        double TwoSided(double nudge) =>
            Math.Abs(((Forward(Nudged(0, nudge)).Loss - Forward(Nudged(0, -nudge)).Loss) / (2 * nudge)) - exact);

        Assert.Contains("one-sided nudges it is smallest near 10 to the minus 8, with two-sided ones near 10 to the minus 5", Markdown);
        Assert.True(OneSided(1e-8) < OneSided(1e-5) && OneSided(1e-5) < OneSided(1e-2));
        Assert.True(TwoSided(1e-5) < TwoSided(1e-2) && TwoSided(1e-5) < TwoSided(1e-9));
    }

    [Fact]
    public void The_number_questions_have_the_right_answers()
    {
        Assert.Equal(3 * 4, (double)Content.Answer("slope-from-blame-and-input"), 6);
        Assert.Equal(-4 * -1, (double)Content.Answer("blame-through-a-negative-weight"), 6);
        Assert.Equal(Chain(2, 0.5, 3, 4).Slope1, (double)Content.Answer("slope-at-the-start-of-a-chain"), 6);
        Assert.Equal((1 - (0.5 * 0.5)) * ((2 * 0.4) + (1 * -0.2)), (double)Content.Answer("delta-of-a-tanh-neuron"), 6);
    }

    private static (double H, double Answer, double Loss, double BlameOfAnswer, double BlameOfH, double Slope1, double Slope2) Chain(
        double w1, double w2, double input, double right)
    {
        var h = w1 * input;
        var answer = w2 * h;
        var blame = 2 * (answer - right);
        return (h, answer, (answer - right) * (answer - right), blame, blame * w2, blame * w2 * input, blame * h);
    }

    private static double[] Nudged(int index, double nudge) =>
        [.. Weights.Select((weight, place) => place == index ? weight + nudge : weight)];

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
}
