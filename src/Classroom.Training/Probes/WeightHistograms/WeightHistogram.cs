namespace Classroom.Training.Probes.WeightHistograms;

/// <summary>One weight matrix.</summary>
/// <param name="Name">Of the matrix in the network.</param>
/// <param name="Limit">A power of two: the bins, of equal width, go from −limit to limit.</param>
/// <param name="Counts">Weights in each of 40 bins.</param>
public sealed record WeightHistogram(string Name, double Limit, int[] Counts);
