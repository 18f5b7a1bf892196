namespace Classroom.Training.Probes.DecisionBoundaries;

/// <summary>Some points of the data set.</summary>
/// <param name="Train">So many, the first ones, are training examples; the others are validation examples.</param>
/// <param name="X">One for each point.</param>
/// <param name="Y">One for each point.</param>
/// <param name="Label">The class of each point.</param>
public sealed record BoundaryPoints(int Train, double[] X, double[] Y, int[] Label);
