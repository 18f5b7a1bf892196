using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>The numbers in the lesson and quiz on neural networks, worked out again.</summary>
public sealed class NeuralNetworkTests
{
    private static Term Content => Find("neural-network");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void The_alarm_with_threshold_1_and_with_threshold_2()
    {
        var rows = Content.Lesson!.Core.Rows();

        foreach (var (a, b) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            var sum = Sum([1, 1], [a, b]);

            Assert.Contains($"{a} | {b} | 1 × {a} + 1 × {b} = {sum} | {Says(sum >= 1)} | {Says(sum >= 2)}", rows);
        }
    }

    [Fact]
    public void The_garden_lamp_that_daylight_holds_back()
    {
        foreach (var (motion, day) in new[] { (1, 0), (1, 1), (0, 0), (0, 1) })
        {
            var sum = Sum([1, -1], [motion, day]);
            var name = $"{(motion == 1 ? "Motion" : "No motion")} {(day == 1 ? "by day" : "at night")}";

            Assert.Contains(
                $"{name}: 1 × {motion} + (−1) × {day} = {Show(sum)}. {(sum >= 1 ? "The lamp lights up." : "It stays off.")}",
                Core,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_leaky_neuron_with_four_inputs()
    {
        Assert.Null(FirstPulse(0.4, 0.5));
        Assert.Equal(["0.4", "0.6", "0.7", "0.75"], Charges(0.4, 0.5, 4).Select(value => Show(value)));
        Assert.Contains(
            "the charges are 0.4, then 0.2 + 0.4 = 0.6, then 0.3 + 0.4 = 0.7, then 0.35 + 0.4 = 0.75. They approach 0.8 and never reach 1",
            Deep, StringComparison.Ordinal);
        Assert.Equal(0.8, 0.4 / (1 - 0.5), 12);

        Assert.Equal(3, FirstPulse(0.6, 0.5));
        Assert.Equal(["0.6", "0.9", "1.05"], Charges(0.6, 0.5, 3).Select(value => Show(value)));
        Assert.Contains("0.6, then 0.3 + 0.6 = 0.9, then 0.45 + 0.6 = 1.05. It fires in every third step", Deep, StringComparison.Ordinal);

        Assert.Equal(2, FirstPulse(0.8, 0.5));
        Assert.Equal(["0.8", "1.2"], Charges(0.8, 0.5, 2).Select(value => Show(value)));
        Assert.Contains("0.8, then 0.4 + 0.8 = 1.2. It fires in every second step", Deep, StringComparison.Ordinal);

        Assert.Equal(1, FirstPulse(1, 0.5));
        Assert.Contains("Input 1: it fires in each step", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_vote_of_three()
    {
        var firing = Enumerable.Range(0, 8).Count(pattern => Sum([1, 1, 1], [pattern & 1, (pattern >> 1) & 1, pattern >> 2]) >= 2);

        Assert.Contains($"the neuron fires for {firing} of 8", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_veto_and_the_units_for_logic()
    {
        Assert.All([(0, 0), (0, 1), (1, 0), (1, 1)], pair => Assert.True(Sum([1, 1, -2], [pair.Item1, pair.Item2, 1]) < 1));
        Assert.All([0, 1], x => Assert.Equal(x == 0, Sum([-1], [x]) >= 0));
        Assert.Contains("with weights 1, 1 and −2 and threshold 1", Deep, StringComparison.Ordinal);
        Assert.Contains("NOT is a neuron with weight −1 and threshold 0", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_neurons_in_a_row_and_the_growing_synapse()
    {
        Assert.Contains($"0.15 / 0.01 = {Show(0.15 / 0.01)} neurons", Deep, StringComparison.Ordinal);

        var trials = new[] { (1, 1), (1, 1), (1, 1), (1, 0), (0, 1) };
        var weight = 0.2 + trials.Sum(trial => 0.1 * trial.Item1 * trial.Item2);

        Assert.Contains($"w = 0.2 + 3 · 0.1 = {Show(weight)}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_questions()
    {
        Assert.Equal(Sum([3, -2, 5, 1], [1, 1, 0, 1]), (double)Content.Answer("four-inputs-one-sum"), 9);
        Assert.Equal(
            Enumerable.Range(0, 8).Count(bits => Sum([2, 2, -1], [bits & 1, (bits >> 1) & 1, bits >> 2]) >= 3),
            Content.Answer("cases-that-fire"));
        Assert.Equal(FirstPulse(0.56, 0.5)!.Value, Content.Answer("first-pulse"));
    }

    private static double Sum(double[] weights, int[] inputs) => weights.Zip(inputs, (weight, input) => weight * input).Sum();

    /// <summary>The charge after each step, as if nothing ever fired.</summary>
    private static IEnumerable<double> Charges(double input, double kept, int steps)
    {
        var charge = 0.0;
        for (var step = 0; step < steps; step++)
        {
            charge = (kept * charge) + input;
            yield return charge;
        }
    }

    private static int? FirstPulse(double input, double kept)
    {
        var step = Charges(input, kept, 1000).ToList().FindIndex(charge => charge >= 1);
        return step < 0 ? null : step + 1;
    }

    private static string Says(bool fires) => fires ? "fires" : "quiet";
}
