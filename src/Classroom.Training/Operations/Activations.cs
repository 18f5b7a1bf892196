using Classroom.Training.Settings;
using TorchSharp;
using static TorchSharp.torch;

namespace Classroom.Training.Operations;

internal static class Activations
{
    public static Tensor Activate(this Tensor x, Activation activation) => activation switch
    {
        Activation.Relu => x.relu(),
        Activation.Tanh => x.tanh(),
        Activation.Sigmoid => x.sigmoid(),
        _ => x,
    };

    /// <summary>
    /// Sets each value to 0 with this probability and enlarges the others, so that their sum stays (Srivastava et al., 2014).
    /// </summary>
    /// <remarks>nn.Dropout would draw from the generator that all runs share.</remarks>
    public static Tensor Drop(this Tensor x, double probability, Generator generator)
    {
        var keep = 1 - probability;
        // Kept until libtorch has read it, see Scalars.
        using var divisor = keep.ToScalar();
        return x * empty_like(x).bernoulli_(keep, generator) / divisor;
    }
}
