namespace Classroom.Training.Probes.GradientNorms;

/// <summary>
/// The Euclidean length of the last batch's gradient, after clipping, for each weight matrix that is trained; before training that
/// of the first examples.
/// </summary>
/// <param name="Layers">From input to output.</param>
public sealed record GradientNormsFrame(IReadOnlyList<GradientNorm> Layers) : FrameContent;

/// <summary>One weight matrix.</summary>
/// <param name="Name">Of the matrix in the network.</param>
/// <param name="Norm">The length of its gradient.</param>
public sealed record GradientNorm(string Name, double? Norm);
