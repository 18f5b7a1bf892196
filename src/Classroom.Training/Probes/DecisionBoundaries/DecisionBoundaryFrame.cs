namespace Classroom.Training.Probes.DecisionBoundaries;

/// <summary>The class that the network gives to each place of a plane. All places are in the columns' own unit.</summary>
/// <param name="Side">Places along each side of the square.</param>
/// <param name="X">The lowest and the highest x.</param>
/// <param name="Y">The lowest and the highest y.</param>
/// <param name="Winner">side × side classes, row by row from the highest y.</param>
/// <param name="Probability">How sure the network is of each, 0 to 255.</param>
/// <param name="Points">In the first frame.</param>
/// <param name="Classes">Their names, in the first frame.</param>
public sealed record DecisionBoundaryFrame(
    int Side, double[] X, double[] Y, byte[] Winner, byte[] Probability, BoundaryPoints? Points, IReadOnlyList<string>? Classes)
        : FrameContent;
