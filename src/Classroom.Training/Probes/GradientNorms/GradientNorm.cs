namespace Classroom.Training.Probes.GradientNorms;

/// <summary>One weight matrix.</summary>
/// <param name="Name">Of the matrix in the network.</param>
/// <param name="Norm">The length of its gradient.</param>
public sealed record GradientNorm(string Name, double? Norm);
