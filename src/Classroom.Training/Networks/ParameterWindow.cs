namespace Classroom.Training.Networks;

/// <summary>One parameter among all.</summary>
/// <param name="Name">As PyTorch would name it, such as <c>conv.0.weight</c>.</param>
/// <param name="Layer">Which of the network's layers it belongs to, from 0 at the input.</param>
/// <param name="Shape">Its sides.</param>
/// <param name="First">Where it begins.</param>
/// <param name="Length">How many numbers it has.</param>
internal sealed record ParameterWindow(string Name, int Layer, long[] Shape, int First, int Length);
