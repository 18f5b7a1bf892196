namespace Classroom.Training.Probes.NetworkWeights;

/// <summary>All weights and biases of a small MLP.</summary>
/// <param name="Layers">From the first hidden layer to the output layer.</param>
/// <param name="Classes">Their names, in the first frame.</param>
public sealed record NetworkFrame(IReadOnlyList<NetworkLayer> Layers, IReadOnlyList<string>? Classes) : FrameContent;

/// <summary>One layer.</summary>
/// <param name="Weights">One row a neuron.</param>
/// <param name="Biases">One a neuron.</param>
public sealed record NetworkLayer(float?[][] Weights, float?[] Biases);
