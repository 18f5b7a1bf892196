using Classroom.Training.Settings;
using static System.Math;
using static Classroom.Training.Operations.Reference.ReferenceActivation;

namespace Classroom.Training.Operations.Reference;

/// <summary>
/// One place of one recurrent layer, for one example. Before the gates' functions stand the sums W x + b of what comes in and
/// U h + c of what the layer holds, (gates · hidden) each; the formulas are those of PyTorch's documentation.
/// </summary>
internal static class ReferenceUnit
{
    /// <summary>The hidden values after this place, and an LSTM's memory, (hidden) each.</summary>
    /// <param name="cell">The kind of unit.</param>
    /// <param name="fromInput">W x + b.</param>
    /// <param name="fromHidden">U h + c.</param>
    /// <param name="before">What the layer held.</param>
    public static ReferenceRecurrentState Forward(Cell cell, double[] fromInput, double[] fromHidden, ReferenceRecurrentState before)
    {
        var size = before.Hidden.Length;
        var (hidden, memory) = (new double[size], new double[before.Memory.Length]);
        for (var j = 0; j < size; j++)
        {
            double Sum(int gate) => fromInput[(gate * size) + j] + fromHidden[(gate * size) + j];
            switch (cell)
            {
                case Cell.Rnn:
                    hidden[j] = Tanh(Sum(0));
                    break;
                case Cell.Lstm:
                    var (i, f, g, o) = (Sigmoid(Sum(0)), Sigmoid(Sum(1)), Tanh(Sum(2)), Sigmoid(Sum(3)));
                    memory[j] = (f * before.Memory[j]) + (i * g);
                    hidden[j] = o * Tanh(memory[j]);
                    break;
                case Cell.Gru:
                    var (r, z) = (Sigmoid(Sum(0)), Sigmoid(Sum(1)));
                    var n = Tanh(fromInput[(2 * size) + j] + (r * fromHidden[(2 * size) + j]));
                    hidden[j] = ((1 - z) * n) + (z * before.Hidden[j]);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(cell), cell, "No formula for this unit.");
            }
        }

        return new(hidden, memory);
    }

    /// <summary>
    /// The gradients of both sums, and of what the layer held, there without the part that goes through U h + c.
    /// </summary>
    /// <param name="cell">The kind of unit.</param>
    /// <param name="fromInput">W x + b.</param>
    /// <param name="fromHidden">U h + c.</param>
    /// <param name="before">What the layer held.</param>
    /// <param name="after">The gradient of what it held after this place.</param>
    public static (double[] FromInput, double[] FromHidden, ReferenceRecurrentState Before) Backward(
        Cell cell, double[] fromInput, double[] fromHidden, ReferenceRecurrentState before, ReferenceRecurrentState after)
    {
        var size = before.Hidden.Length;
        var (inputGradient, hiddenGradient) = (new double[fromInput.Length], new double[fromHidden.Length]);
        var (hidden, memory) = (new double[size], new double[before.Memory.Length]);
        for (var j = 0; j < size; j++)
        {
            double Sum(int gate) => fromInput[(gate * size) + j] + fromHidden[(gate * size) + j];
            void SetSum(int gate, double gradient) => inputGradient[(gate * size) + j] = hiddenGradient[(gate * size) + j] = gradient;
            var gradient = after.Hidden[j];
            switch (cell)
            {
                case Cell.Rnn:
                    SetSum(0, gradient * SlopeOfTanh(Tanh(Sum(0))));
                    break;
                case Cell.Lstm:
                    var (i, f, g, o) = (Sigmoid(Sum(0)), Sigmoid(Sum(1)), Tanh(Sum(2)), Sigmoid(Sum(3)));
                    var tanh = Tanh((f * before.Memory[j]) + (i * g));
                    var memoryGradient = after.Memory[j] + (gradient * o * SlopeOfTanh(tanh));
                    SetSum(0, memoryGradient * g * SlopeOfSigmoid(i));
                    SetSum(1, memoryGradient * before.Memory[j] * SlopeOfSigmoid(f));
                    SetSum(2, memoryGradient * i * SlopeOfTanh(g));
                    SetSum(3, gradient * tanh * SlopeOfSigmoid(o));
                    memory[j] = memoryGradient * f;
                    break;
                case Cell.Gru:
                    var (r, z) = (Sigmoid(Sum(0)), Sigmoid(Sum(1)));
                    var fromHiddenOfN = fromHidden[(2 * size) + j];
                    var n = Tanh(fromInput[(2 * size) + j] + (r * fromHiddenOfN));
                    var sumOfN = gradient * (1 - z) * SlopeOfTanh(n);
                    SetSum(0, sumOfN * fromHiddenOfN * SlopeOfSigmoid(r));
                    SetSum(1, gradient * (before.Hidden[j] - n) * SlopeOfSigmoid(z));
                    inputGradient[(2 * size) + j] = sumOfN;
                    hiddenGradient[(2 * size) + j] = sumOfN * r;
                    hidden[j] = gradient * z;
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(cell), cell, "No formula for this unit.");
            }
        }

        return (inputGradient, hiddenGradient, new(hidden, memory));
    }

    // By the function's value, not by what went into it.
    private static double SlopeOfTanh(double value) => 1 - (value * value);

    private static double SlopeOfSigmoid(double value) => value * (1 - value);
}
