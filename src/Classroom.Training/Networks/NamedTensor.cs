namespace Classroom.Training.Networks;

/// <summary>One tensor of 32-bit floats by its name in PyTorch's manner, such as <c>conv.0.weight</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its sides; row-major.</param>
/// <param name="Values">As many as the sides multiplied.</param>
public sealed record NamedTensor(string Name, IReadOnlyList<long> Shape, float[] Values);
