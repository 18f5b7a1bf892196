namespace Classroom.Training.Probes.FeatureMaps;

/// <summary>The maps of one convolution.</summary>
/// <param name="Width">Of a map, in pixels.</param>
/// <param name="Height">Of a map, in pixels.</param>
/// <param name="Low">What black stands for.</param>
/// <param name="High">What white stands for.</param>
/// <param name="Filters">Of which the first have a map here, 16 at most.</param>
/// <param name="Maps">A picture each.</param>
public sealed record FeatureMapsLayer(int Width, int Height, double? Low, double? High, int Filters, IReadOnlyList<byte[]> Maps);
