using Classroom.Training.Settings;

namespace Classroom.Training.Operations.Reference;

/// <summary>Activation functions, value by value.</summary>
internal static class ReferenceActivation
{
    public static double[] Forward(double[] x, Activation activation) => [.. x.Select(value => Compute(value, activation))];

    /// <summary>The output's gradient times the slope at each input.</summary>
    public static double[] Backward(double[] x, double[] outputGradient, Activation activation) =>
        [.. x.Zip(outputGradient, (value, gradient) => gradient * Slope(value, activation))];

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Compute(double x, Activation activation) => activation switch
    {
        Activation.Relu => Math.Max(0, x),
        Activation.Tanh => Math.Tanh(x),
        Activation.Sigmoid => Sigmoid(x),
        Activation.Linear => x,
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "No formula for this activation."),
    };

    private static double Slope(double x, Activation activation) => activation switch
    {
        Activation.Relu => x > 0 ? 1 : 0,
        Activation.Tanh => 1 - (Math.Tanh(x) * Math.Tanh(x)),
        Activation.Sigmoid => Sigmoid(x) * (1 - Sigmoid(x)),
        Activation.Linear => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "No formula for this activation."),
    };
}
