namespace Classroom.Training.Interactive;

/// <summary>One example of a batch, and what a network says of it.</summary>
/// <param name="Inputs">In the columns' own units.</param>
/// <param name="Target">The place of its class, or the number to predict.</param>
/// <param name="Predicted">The probability of each class, or the predicted number alone.</param>
public sealed record InteractiveExample(IReadOnlyList<float> Inputs, float Target, IReadOnlyList<float> Predicted);
