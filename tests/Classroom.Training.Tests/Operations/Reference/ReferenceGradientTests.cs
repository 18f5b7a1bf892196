namespace Classroom.Training.Tests;

public sealed class ReferenceGradientTests
{
    private const double Step = 1e-5;
    private const double Tolerance = 1e-6;

    public static TheoryData<string> Formulas => [.. ReferenceFormula.All.Keys];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Every_gradient_is_the_slope_that_small_steps_find(string name)
    {
        var formula = ReferenceFormula.All[name];
        var outputs = formula.Forward(formula.Inputs).Length;
        // So that no output's gradient can stand in for another's.
        var gradient = ReferenceFormula.Draw(outputs, seed: 11);
        var gradients = formula.Backward(formula.Inputs, gradient);

        Assert.Equal(formula.Inputs.Select(input => input.Length), gradients.Select(found => found.Length));
        foreach (var (input, found) in formula.Inputs.Zip(gradients))
        {
            var slopes = Enumerable.Range(0, input.Length).Select(place => Slope(formula, gradient, input, place)).ToArray();
            var largest = slopes.Max(Math.Abs);
            Assert.True(largest > 0, "Nothing depends on this input.");
            Assert.All(found.Zip(slopes), pair => Assert.Equal(pair.Second, pair.First, Tolerance * largest));
        }
    }

    /// <summary>How fast the sum of the outputs, each times its gradient, grows with one number of an input.</summary>
    private static double Slope(ReferenceFormula formula, double[] gradient, double[] input, int place)
    {
        double Sum(double value)
        {
            var kept = input[place];
            input[place] = value;
            var outputs = formula.Forward(formula.Inputs);
            input[place] = kept;
            return outputs.Zip(gradient, (output, slope) => output * slope).Sum();
        }

        return (Sum(input[place] + Step) - Sum(input[place] - Step)) / (2 * Step);
    }
}
