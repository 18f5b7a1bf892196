namespace Classroom.Training.Probes.Confusion;

/// <summary>A class that is taken for another.</summary>
/// <param name="Label">The class.</param>
/// <param name="Predicted">What it is taken for.</param>
/// <param name="Examples">Places of up to two validation examples.</param>
/// <param name="Pixels">What they look like, where examples are pictures.</param>
public sealed record ConfusionMistakes(int Label, int Predicted, IReadOnlyList<int> Examples, IReadOnlyList<byte[]>? Pixels);
