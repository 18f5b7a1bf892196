using Classroom.Training.Operations.Convolutions;
using static TorchSharp.torch;

namespace Classroom.Training.Operations;

/// <summary>Backpropagation.</summary>
internal static class Gradients
{
    /// <summary>Adds to each parameter's gradient how the result changes with it.</summary>
    /// <param name="result">One number; or any, with a gradient.</param>
    /// <param name="gradient">How a loss changes with each number of the result; null for a loss itself.</param>
    public static void PassBack(this Tensor result, Tensor? gradient = null)
    {
        try
        {
            if (gradient is null)
            {
                result.backward();
            }
            else
            {
                result.backward([gradient]);
            }
        }
        finally
        {
            // It goes before what libtorch says of it, and must not stay on this thread for the next run.
            ConvolutionFunction.ThrowFailure();
        }
    }

    /// <summary>How the result changes with each number of an input, in the input's shape. No parameter's gradient is touched.</summary>
    /// <param name="result">One number, computed from the input.</param>
    /// <param name="input">Requires a gradient.</param>
    public static Tensor GradientOf(this Tensor result, Tensor input)
    {
        try
        {
            return autograd.grad([result], [input])[0];
        }
        finally
        {
            ConvolutionFunction.ThrowFailure();
        }
    }
}
