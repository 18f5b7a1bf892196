namespace Classroom.Training.Operations.Reference;

/// <summary>A dense layer: each output is the sum of the weighted inputs and a bias.</summary>
internal static class ReferenceLinear
{
    /// <summary>(rows, outputs).</summary>
    /// <param name="x">(rows, inputs).</param>
    /// <param name="weight">(outputs, inputs).</param>
    /// <param name="bias">(outputs).</param>
    /// <param name="rows">Examples.</param>
    /// <param name="inputs">Of each example.</param>
    /// <param name="outputs">Of each example.</param>
    public static double[] Forward(double[] x, double[] weight, double[] bias, int rows, int inputs, int outputs)
    {
        var y = new double[rows * outputs];
        for (var row = 0; row < rows; row++)
        {
            for (var output = 0; output < outputs; output++)
            {
                y[(row * outputs) + output] = bias[output]
                    + SumOfProducts(weight.AsSpan(output * inputs, inputs), x.AsSpan(row * inputs, inputs));
            }
        }

        return y;
    }

    /// <summary>The gradients of everything that went in, each in its shape.</summary>
    /// <param name="x">(rows, inputs).</param>
    /// <param name="weight">(outputs, inputs).</param>
    /// <param name="outputGradient">(rows, outputs).</param>
    /// <param name="rows">Examples.</param>
    /// <param name="inputs">Of each example.</param>
    /// <param name="outputs">Of each example.</param>
    public static (double[] Input, double[] Weight, double[] Bias) Backward(
        double[] x, double[] weight, double[] outputGradient, int rows, int inputs, int outputs)
    {
        var (weights, bias) = WeightGradients(x, outputGradient, rows, inputs, outputs);
        return (InputGradient(weight, outputGradient, rows, inputs, outputs), weights, bias);
    }

    /// <summary>(rows, inputs).</summary>
    public static double[] InputGradient(double[] weight, double[] outputGradient, int rows, int inputs, int outputs)
    {
        var gradient = new double[rows * inputs];
        for (var row = 0; row < rows; row++)
        {
            for (var output = 0; output < outputs; output++)
            {
                AddProducts(
                    outputGradient[(row * outputs) + output],
                    weight.AsSpan(output * inputs, inputs),
                    gradient.AsSpan(row * inputs, inputs));
            }
        }

        return gradient;
    }

    /// <summary>(outputs, inputs) and (outputs), summed over the rows.</summary>
    public static (double[] Weight, double[] Bias) WeightGradients(double[] x, double[] outputGradient, int rows, int inputs, int outputs)
    {
        var (weight, bias) = (new double[outputs * inputs], new double[outputs]);
        for (var row = 0; row < rows; row++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var gradient = outputGradient[(row * outputs) + output];
                bias[output] += gradient;
                AddProducts(gradient, x.AsSpan(row * inputs, inputs), weight.AsSpan(output * inputs, inputs));
            }
        }

        return (weight, bias);
    }

    private static double SumOfProducts(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void AddProducts(double factor, ReadOnlySpan<double> values, Span<double> sums)
    {
        // Most gradients are zero where ReLU and max pooling come after: half of the time of a training.
        if (factor == 0)
        {
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            sums[i] += factor * values[i];
        }
    }
}
