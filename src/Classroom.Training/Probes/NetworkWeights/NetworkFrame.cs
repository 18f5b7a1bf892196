namespace Classroom.Training.Probes.NetworkWeights;

/// <summary>All weights and biases of a small MLP.</summary>
/// <param name="Layers">From the first hidden layer to the output layer.</param>
/// <param name="Classes">Their names, in the first frame.</param>
public sealed record NetworkFrame(IReadOnlyList<NetworkLayer> Layers, IReadOnlyList<string>? Classes) : FrameContent;
