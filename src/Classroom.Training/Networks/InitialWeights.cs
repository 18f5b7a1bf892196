using Classroom.Training.Settings;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Networks;

/// <summary>
/// Draws every weight of a network again from the run's own generator: the modules drew theirs from the one generator
/// that the whole process shares, so two runs side by side would disturb each other.
/// </summary>
internal static class InitialWeights
{
    // The gate that keeps the memory then begins at 0.95: a twentieth is lost at each place, not half.
    private const float OpenGate = 3;

    /// <param name="network">Its layers.</param>
    /// <param name="init">How they are drawn.</param>
    /// <param name="activation">Of the hidden layers.</param>
    /// <param name="generator">The run's.</param>
    public static void Draw(Network network, Initialization init, Activation activation, Generator generator)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        foreach (var module in network.modules())
        {
            foreach (var (name, parameter) in module.named_parameters(recurse: false))
            {
                Draw(module, name, parameter, init, activation, generator);
            }
        }
    }

    private static void Draw(
        nn.Module module, string name, Tensor parameter, Initialization init, Activation activation, Generator generator)
    {
        switch (module)
        {
            case Embedding:
                parameter.normal_(0, 1, generator);
                break;
            case Conv2d or Linear when init == Initialization.KaimingXavier && name == "bias":
                parameter.zero_();
                break;
            case Conv2d or Linear:
                var weight = module is Conv2d convolution ? convolution.weight! : ((Linear)module).weight!;
                var (fanIn, fanOut) = Fans(weight);
                var bound = init switch
                {
                    // PyTorch's Linear and Conv2d: kaiming_uniform_ with a = √5, which comes down to 1/√fan_in, for biases too.
                    Initialization.Default or Initialization.LongMemory => 1 / Math.Sqrt(fanIn),
                    // He et al., 2015.
                    _ when activation == Activation.Relu => Math.Sqrt(6.0 / fanIn),
                    // Glorot and Bengio, 2010.
                    _ => Math.Sqrt(6.0 / (fanIn + fanOut)),
                };
                parameter.uniform_(-bound, bound, generator);
                break;
            default:
                // PyTorch's recurrent layers: 1/√hidden for everything; the hidden size is the second side of weight_hh.
                var hidden = module.get_parameter("weight_hh_l0")!.shape[1];
                var range = 1 / Math.Sqrt(hidden);
                parameter.uniform_(-range, range, generator);
                if (init == Initialization.LongMemory && name.StartsWith("bias_ih", StringComparison.Ordinal))
                {
                    // LSTM: i, f, g, o. GRU: r, z, n. The second of each is the one that keeps.
                    // The scalar is held until libtorch has read it, see Scalars.
                    using var open = OpenGate.ToScalar();
                    parameter.narrow(0, hidden, hidden).fill_(open);
                }

                break;
        }
    }

    private static (long In, long Out) Fans(Tensor weight)
    {
        // (out, in) or (out, in, kernel, kernel)
        var shape = weight.shape;
        var area = shape.Length == 4 ? shape[2] * shape[3] : 1;
        return (shape[1] * area, shape[0] * area);
    }
}
