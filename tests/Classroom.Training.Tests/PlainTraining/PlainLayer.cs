using Classroom.Training.Operations.Reference;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>Weights or biases, in double precision.</summary>
internal sealed class PlainParameter(double[] values)
{
    public double[] Values { get; } = values;

    /// <summary>What the last way back through the network found.</summary>
    public double[] Gradient { get; set; } = new double[values.Length];

    /// <summary>Lays numbers out over several arrays, one after another.</summary>
    public static void Fill(IEnumerable<double[]> arrays, ReadOnlySpan<float> numbers)
    {
        foreach (var array in arrays)
        {
            for (var i = 0; i < array.Length; i++)
            {
                array[i] = numbers[i];
            }

            numbers = numbers[array.Length..];
        }
    }
}

/// <summary>A step of a network's computation that remembers what went in, for the way back.</summary>
internal abstract class PlainLayer
{
    public virtual IReadOnlyList<PlainParameter> Parameters => [];

    public abstract double[] Forward(double[] x, int batch);

    /// <summary>Sets the gradients of its parameters and gives that of its input.</summary>
    public abstract double[] Backward(double[] outputGradient);
}

/// <summary>(…, inputs) to (…, outputs).</summary>
internal sealed class PlainLinear(PlainParameter weight, PlainParameter bias) : PlainLayer
{
    private readonly int outputs = bias.Values.Length;
    private readonly int inputs = weight.Values.Length / bias.Values.Length;
    private double[] x = [];

    public override IReadOnlyList<PlainParameter> Parameters => [weight, bias];

    public override double[] Forward(double[] x, int batch)
    {
        this.x = x;
        return ReferenceLinear.Forward(x, weight.Values, bias.Values, x.Length / inputs, inputs, outputs);
    }

    public override double[] Backward(double[] outputGradient)
    {
        (var input, weight.Gradient, bias.Gradient) = ReferenceLinear.Backward(
            x, weight.Values, outputGradient, x.Length / inputs, inputs, outputs);
        return input;
    }
}

internal sealed class PlainActivation(Activation activation) : PlainLayer
{
    private double[] x = [];

    public override double[] Forward(double[] x, int batch)
    {
        this.x = x;
        return ReferenceActivation.Forward(x, activation);
    }

    public override double[] Backward(double[] outputGradient) => ReferenceActivation.Backward(x, outputGradient, activation);
}

/// <summary>Adds what its layers make of a value to that value.</summary>
internal sealed class PlainResidual(params PlainLayer[] layers) : PlainLayer
{
    public override IReadOnlyList<PlainParameter> Parameters => [.. layers.SelectMany(layer => layer.Parameters)];

    public override double[] Forward(double[] x, int batch) => Add(x, layers.Aggregate(x, (y, layer) => layer.Forward(y, batch)));

    public override double[] Backward(double[] outputGradient) =>
        Add(outputGradient, layers.Reverse().Aggregate(outputGradient, (gradient, layer) => layer.Backward(gradient)));

    private static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (left, right) => left + right)];
}
