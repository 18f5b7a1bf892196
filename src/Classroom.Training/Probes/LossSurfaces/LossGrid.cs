namespace Classroom.Training.Probes.LossSurfaces;

/// <summary>The surface around the best line.</summary>
/// <param name="Side">Places along each side of the square.</param>
/// <param name="X">The lowest and the highest x.</param>
/// <param name="Y">The lowest and the highest y.</param>
/// <param name="Losses">side × side losses, row by row from the highest y.</param>
public sealed record LossGrid(int Side, double[] X, double[] Y, double?[] Losses);
