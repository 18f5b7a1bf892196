namespace Classroom.Training.Interactive;

/// <summary>Where a weight lies in a multilayer perceptron.</summary>
/// <param name="Layer">From 0, the first one after the inputs.</param>
/// <param name="Neuron">The neuron of that layer that it leads to.</param>
/// <param name="From">The neuron or input before it; null for the neuron's bias.</param>
public readonly record struct InteractiveWeight(int Layer, int Neuron, int? From)
{
    internal static IEnumerable<InteractiveWeight> Create(int layer, int neurons, int inputs)
    {
        var weights =
            from neuron in Enumerable.Range(0, neurons)
            from input in Enumerable.Range(0, inputs)
            select new InteractiveWeight(layer, neuron, input);
        return weights.Concat(Enumerable.Range(0, neurons).Select(neuron => new InteractiveWeight(layer, neuron, null)));
    }
}
