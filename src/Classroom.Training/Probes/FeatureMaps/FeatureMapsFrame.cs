namespace Classroom.Training.Probes.FeatureMaps;

/// <summary>What each convolution makes of the first picture, after its activation and before pooling.</summary>
/// <param name="Pixels">The picture, in the first frame.</param>
/// <param name="Width">Of the picture, in the first frame.</param>
/// <param name="Height">Of the picture, in the first frame.</param>
/// <param name="Label">Its class, in the first frame, where it is known.</param>
/// <param name="Layers">One for each convolution.</param>
public sealed record FeatureMapsFrame(
    byte[]? Pixels, int? Width, int? Height, int? Label, IReadOnlyList<FeatureMapsLayer> Layers) : FrameContent;
