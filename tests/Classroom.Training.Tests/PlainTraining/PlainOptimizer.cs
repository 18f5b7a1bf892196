using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>SGD as PyTorch counts it, and Adam (Kingma and Ba, 2014).</summary>
internal sealed class PlainOptimizer(OptimizerConfig config, IReadOnlyList<PlainParameter> parameters)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly double[][] velocity = Zeros(parameters);
    private readonly double[][] mean = Zeros(parameters);
    private readonly double[][] square = Zeros(parameters);
    private int steps;

    /// <summary>Goes on from there, with Adam.</summary>
    public void Take(RunState state)
    {
        PlainParameter.Fill(parameters.Select(parameter => parameter.Values), state.Weights);
        PlainParameter.Fill(mean, state.Mean);
        PlainParameter.Fill(square, state.Square);
    }

    /// <summary>Shortens all gradients together to this norm, where they are longer.</summary>
    public void Clip(double norm)
    {
        var length = Math.Sqrt(parameters.Sum(parameter => parameter.Gradient.Sum(gradient => gradient * gradient)));
        foreach (var parameter in parameters)
        {
            parameter.Gradient = [.. parameter.Gradient.Select(gradient => gradient * Math.Min(1, norm / length))];
        }
    }

    public void Step(double learningRate)
    {
        steps++;
        var (correction1, correction2) = (1 - Math.Pow(Beta1, steps), 1 - Math.Pow(Beta2, steps));
        foreach (var (at, parameter) in parameters.Index())
        {
            for (var i = 0; i < parameter.Values.Length; i++)
            {
                var gradient = parameter.Gradient[i] + (config.WeightDecay * parameter.Values[i]);
                var step = config.Kind == OptimizerKind.Adam
                    ? Adam(ref mean[at][i], ref square[at][i], gradient, correction1, correction2)
                    : velocity[at][i] = (config.Momentum * velocity[at][i]) + gradient;
                parameter.Values[i] -= learningRate * step;
            }
        }
    }

    private static double Adam(ref double mean, ref double square, double gradient, double correction1, double correction2)
    {
        mean = (Beta1 * mean) + ((1 - Beta1) * gradient);
        square = (Beta2 * square) + ((1 - Beta2) * gradient * gradient);
        return mean / correction1 / (Math.Sqrt(square / correction2) + Epsilon);
    }

    private static double[][] Zeros(IReadOnlyList<PlainParameter> parameters) =>
        [.. parameters.Select(parameter => new double[parameter.Values.Length])];
}
