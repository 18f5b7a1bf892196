using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Classroom.Training.Networks;

/// <summary>
/// All weights of a network in one stretch of memory, and all their gradients in another, in the order of its layers. The
/// network's own parameters become windows onto them: an optimizer then goes over plain numbers once, instead of calling
/// libtorch a dozen times for each of them, which for small networks is most of a step.
/// </summary>
internal sealed class FlatParameters : IDisposable
{
    private readonly Tensor weights;
    private readonly Tensor gradients;
    private readonly int frozen;

    /// <param name="network">Its parameters are moved, and keep their values.</param>
    /// <param name="frozenLayers">So many layers, from the input on, are never trained.</param>
    public FlatParameters(Network network, int frozenLayers)
    {
        // For recurrent layers each look at a parameter is a new tensor.
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var layers = network.Layers;
        var parameters = layers.SelectMany(layer => layer.parameters()).ToList();
        Count = (int)parameters.Sum(parameter => parameter.NumberOfElements);
        frozen = (int)layers.Take(frozenLayers).SelectMany(layer => layer.parameters()).Sum(parameter => parameter.NumberOfElements);
        weights = zeros(Count).DetachFromDisposeScope();
        gradients = zeros(Count).DetachFromDisposeScope();
        var windows = new List<ParameterWindow>();
        var names = network.named_modules().ToDictionary(named => named.module, named => named.name);
        var first = 0;
        foreach (var (index, layer) in layers.Index())
        {
            foreach (var (name, parameter) in layer.named_parameters())
            {
                var length = (int)parameter.NumberOfElements;
                var window = weights.narrow(0, first, length).view(parameter.shape);
                window.copy_(parameter);
                parameter.set_(window);
                if (index < frozenLayers)
                {
                    parameter.requires_grad_(false);
                }
                else
                {
                    var gradient = gradients.narrow(0, first, length).view(parameter.shape);
                    parameter.grad = gradient;
                }

                windows.Add(new($"{names[layer]}.{name}", index, parameter.shape, first, length));
                first += length;
            }
        }

        Windows = windows;
    }

    /// <summary>All weights and biases.</summary>
    public int Count { get; }

    /// <summary>Where each of the network's parameters lies.</summary>
    public IReadOnlyList<ParameterWindow> Windows { get; }

    public Span<float> Weights => MemoryMarshal.Cast<byte, float>(weights.bytes);

    public Span<float> Gradients => MemoryMarshal.Cast<byte, float>(gradients.bytes);

    /// <summary>Those that training changes.</summary>
    public Span<float> TrainedWeights => Weights[frozen..];

    public Span<float> TrainedGradients => Gradients[frozen..];

    public void Dispose()
    {
        weights.Dispose();
        gradients.Dispose();
    }
}
