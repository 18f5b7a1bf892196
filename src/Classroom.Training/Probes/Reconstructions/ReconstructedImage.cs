namespace Classroom.Training.Probes.Reconstructions;

/// <summary>One picture and its copy.</summary>
/// <param name="Pixels">The picture, in the first frame.</param>
/// <param name="Label">Its class, in the first frame.</param>
/// <param name="Copy">What the network makes of it.</param>
/// <param name="Error">The mean squared difference of pixels from 0 to 1.</param>
public sealed record ReconstructedImage(byte[]? Pixels, int? Label, byte[] Copy, double? Error);
