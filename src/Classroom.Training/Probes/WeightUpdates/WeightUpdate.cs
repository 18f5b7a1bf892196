namespace Classroom.Training.Probes.WeightUpdates;

/// <summary>One weight matrix.</summary>
/// <param name="Name">Of the matrix in the network.</param>
/// <param name="Ratio">
/// Euclidean length of the step over that of the matrix before it, ‖Δw‖ / ‖w‖, without a unit; about 0.001 is usual. Null before
/// training, and where it is not a number.
/// </param>
public sealed record WeightUpdate(string Name, double? Ratio);
