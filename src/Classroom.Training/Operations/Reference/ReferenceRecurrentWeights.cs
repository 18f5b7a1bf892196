namespace Classroom.Training.Operations.Reference;

/// <summary>The weights of one recurrent layer, or their gradients, in PyTorch's order of gates: LSTM i, f, g, o; GRU r, z, n.</summary>
/// <param name="WeightIh">(gates · hidden, inputs).</param>
/// <param name="WeightHh">(gates · hidden, hidden).</param>
/// <param name="BiasIh">(gates · hidden).</param>
/// <param name="BiasHh">(gates · hidden).</param>
internal sealed record ReferenceRecurrentWeights(double[] WeightIh, double[] WeightHh, double[] BiasIh, double[] BiasHh);
