namespace Classroom.Training;

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
                var sum = bias[output];
                for (var input = 0; input < inputs; input++)
                {
                    sum += weight[(output * inputs) + input] * x[(row * inputs) + input];
                }

                y[(row * outputs) + output] = sum;
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
    public static (double[] Input, double[] Weight, double[] Bias) Backward(double[] x, double[] weight, double[] outputGradient, int rows, int inputs, int outputs)
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
                for (var input = 0; input < inputs; input++)
                {
                    gradient[(row * inputs) + input] += weight[(output * inputs) + input] * outputGradient[(row * outputs) + output];
                }
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
                for (var input = 0; input < inputs; input++)
                {
                    weight[(output * inputs) + input] += x[(row * inputs) + input] * gradient;
                }
            }
        }

        return (weight, bias);
    }
}
