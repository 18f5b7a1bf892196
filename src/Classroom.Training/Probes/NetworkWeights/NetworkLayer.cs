namespace Classroom.Training.Probes.NetworkWeights;

/// <summary>One layer.</summary>
/// <param name="Weights">One row a neuron.</param>
/// <param name="Biases">One a neuron.</param>
public sealed record NetworkLayer(float?[][] Weights, float?[] Biases);
